#pragma once

#include "coach-session-page-state.h"

G_BEGIN_DECLS

char *coach_session_news_between (const CoachSessionPageState *before,
                                  const CoachSessionPageState *after);

G_END_DECLS
