#pragma once

#include <gio/gio.h>

#include "session.h"

G_BEGIN_DECLS

char *coach_help_dup_region      (GSettings          *settings);
char *coach_help_dup_emergency   (CoachScreening     *screening,
                                  GSettings          *settings);
char *coach_help_dup_advice_line (CoachScreening     *screening,
                                  GSettings          *settings);
char *coach_help_dup_filled      (CoachScreening     *screening,
                                  GSettings          *settings,
                                  const char         *text);

G_END_DECLS
