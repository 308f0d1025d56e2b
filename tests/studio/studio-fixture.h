#pragma once

#include "coach-studio.h"

G_BEGIN_DECLS

CoachPropBox *studio_fixture_props       (void);
char         *studio_fixture_figure      (void);
char         *studio_fixture_two_keys    (const char         *props,
                                          const char         *second_pose,
                                          const char         *second_key);
CoachMotion  *studio_fixture_motion      (const char         *text,
                                          const CoachPropBox *box,
                                          GError            **error);

G_END_DECLS
