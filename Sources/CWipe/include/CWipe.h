/// The door to what keeps secrets from lying about in memory: what Swift cannot do to memory that it
/// has given back, to its own stack, to the block of the environment.
///
/// An executable that links this target frees by wiping: see CWipe.c.
#ifndef PINGSHEN_CWIPE_H
#define PINGSHEN_CWIPE_H

/// Closes the process to others of the same user: no core file, no debugger, /proc/PID/mem and
/// /proc/PID/environ for root alone.
void cwipe_close_process(void);

/// Takes a variable out of the environment and writes zeros over it where it stood, so that
/// /proc/PID/environ no longer shows it.
/// @return a copy, to be given to `free`; NULL where the variable is not set.
char *_Nullable cwipe_take_variable(const char *_Nonnull name);

/// Writes zeros over the stack below the caller, where functions that have returned left what they
/// worked with.
void cwipe_stack(void);

/// Gives memory that was freed, and is held for later, back to the system.
void cwipe_give_back(void);

#endif
