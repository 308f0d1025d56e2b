#pragma once

#include "reminder.h"

G_BEGIN_DECLS

void coach_break_words_fill      (CoachNotice  *notice,
                                  CoachSession *session,
                                  gboolean      has_actions);
void coach_break_words_fill_bare (CoachNotice  *notice,
                                  gboolean      has_actions);
void coach_break_words_fill_end  (CoachNotice  *notice,
                                  CoachRoutine *routine);

G_END_DECLS
