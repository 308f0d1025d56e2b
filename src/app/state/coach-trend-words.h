#pragma once

#include "coach-app-context.h"

G_BEGIN_DECLS

/**
 * CoachTrendWords:
 * @trend: what the check-ins come to
 * @icon_name: (not nullable): a symbolic icon that stands for it beside the words
 * @title: (not nullable): what it is called
 * @text: (not nullable): what it means and what to do
 * @notes_above: (array zero-terminated=1): what to do at once
 * @notes_below: (array zero-terminated=1): what else there is to know
 * @numbers: (array zero-terminated=1): what it was worked out from
 *
 * The trend in words. All texts are translated, and name whom to call.
 */
typedef struct
{
  CoachTrend   trend;
  const char  *icon_name;
  char        *title;
  char        *text;
  char       **notes_above;
  char       **notes_below;
  char       **numbers;
} CoachTrendWords;

CoachTrendWords *coach_trend_words_new  (CoachAppContext *context);
void             coach_trend_words_free (CoachTrendWords *words);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CoachTrendWords, coach_trend_words_free)

G_END_DECLS
