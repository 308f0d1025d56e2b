#pragma once

#include <gio/gio.h>

#include "reminder.h"

G_BEGIN_DECLS

void coach_agent_config_read (CoachReminderConfig       *config,
                              const CoachSittingNumbers *numbers,
                              GSettings                 *settings,
                              gboolean                   is_emergency);

G_END_DECLS
