#ifndef COFFICE_LIBRARIES_H
#define COFFICE_LIBRARIES_H

#include <dlfcn.h>

// A function of a library that is loaded by hand, of the type that its header declares.
#define FUNCTION(name) __typeof__(name) *name
#define RESOLVE(table, handle, name) \
  ((table).name = (__typeof__((table).name))dlsym((handle), #name))

#endif
