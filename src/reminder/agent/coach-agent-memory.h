#pragma once

#include "reminder.h"

G_BEGIN_DECLS

void coach_agent_memory_restore (CoachPlaces   *places,
                                 CoachReminder *reminder);
void coach_agent_memory_save    (CoachPlaces   *places,
                                 CoachReminder *reminder,
                                 gboolean       is_leaving);
char *coach_agent_memory_dup_mark (CoachPlaces  *places);
void coach_agent_memory_set_mark (CoachPlaces  *places,
                                  const char   *mark);

G_END_DECLS
