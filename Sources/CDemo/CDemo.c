#include "CDemo.h"

#include <string.h>

static const unsigned char cycle[] = {
#embed "../../fixtures/demo/cycle.json"
};
static const unsigned char forms[] = {
#embed "../../fixtures/demo/forms.json"
};
static const unsigned char acts[] = {
#embed "../../fixtures/demo/acts.json"
};
static const unsigned char reviews[] = {
#embed "../../fixtures/demo/reviews.json"
};
static const unsigned char remarks[] = {
#embed "../../fixtures/demo/remarks.json"
};
static const unsigned char visits[] = {
#embed "../../fixtures/demo/visits.json"
};

static const unsigned char profile_template[] = {
#embed "../../fixtures/demo/material/template/profile.md"
};
static const unsigned char evaluation_template[] = {
#embed "../../fixtures/demo/material/template/self-evaluation.md"
};
static const unsigned char summary_template[] = {
#embed "../../fixtures/demo/material/template/summary.md"
};
static const unsigned char evidence_template[] = {
#embed "../../fixtures/demo/material/template/evidence.md"
};

static const unsigned char profile_0007[] = {
#embed "../../fixtures/demo/material/HZ26-0007/profile.md"
};
static const unsigned char evaluation_0007[] = {
#embed "../../fixtures/demo/material/HZ26-0007/self-evaluation.md"
};
static const unsigned char summary_0007[] = {
#embed "../../fixtures/demo/material/HZ26-0007/summary.md"
};

static const unsigned char profile_0031[] = {
#embed "../../fixtures/demo/material/HZ26-0031/profile.md"
};
static const unsigned char evaluation_0031[] = {
#embed "../../fixtures/demo/material/HZ26-0031/self-evaluation.md"
};
static const unsigned char summary_0031[] = {
#embed "../../fixtures/demo/material/HZ26-0031/summary.md"
};

static const unsigned char profile_0044[] = {
#embed "../../fixtures/demo/material/HZ26-0044/profile.md"
};
static const unsigned char evaluation_0044[] = {
#embed "../../fixtures/demo/material/HZ26-0044/self-evaluation.md"
};
static const unsigned char summary_0044[] = {
#embed "../../fixtures/demo/material/HZ26-0044/summary.md"
};

static const struct DemoFile files[] = {
    {"cycle.json", cycle, sizeof cycle},
    {"forms.json", forms, sizeof forms},
    {"acts.json", acts, sizeof acts},
    {"reviews.json", reviews, sizeof reviews},
    {"remarks.json", remarks, sizeof remarks},
    {"visits.json", visits, sizeof visits},
    {"material/template/profile.md", profile_template, sizeof profile_template},
    {"material/template/self-evaluation.md", evaluation_template, sizeof evaluation_template},
    {"material/template/summary.md", summary_template, sizeof summary_template},
    {"material/template/evidence.md", evidence_template, sizeof evidence_template},
    {"material/HZ26-0007/profile.md", profile_0007, sizeof profile_0007},
    {"material/HZ26-0007/self-evaluation.md", evaluation_0007, sizeof evaluation_0007},
    {"material/HZ26-0007/summary.md", summary_0007, sizeof summary_0007},
    {"material/HZ26-0031/profile.md", profile_0031, sizeof profile_0031},
    {"material/HZ26-0031/self-evaluation.md", evaluation_0031, sizeof evaluation_0031},
    {"material/HZ26-0031/summary.md", summary_0031, sizeof summary_0031},
    {"material/HZ26-0044/profile.md", profile_0044, sizeof profile_0044},
    {"material/HZ26-0044/self-evaluation.md", evaluation_0044, sizeof evaluation_0044},
    {"material/HZ26-0044/summary.md", summary_0044, sizeof summary_0044},
};

const struct DemoFile *demo_file(const char *name) {
  for (size_t index = 0; index < sizeof files / sizeof *files; index++) {
    if (strcmp(files[index].name, name) == 0) return &files[index];
  }
  return NULL;
}
