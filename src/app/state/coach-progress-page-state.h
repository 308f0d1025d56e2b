#pragma once

#include "coach-progress.h"

G_BEGIN_DECLS

/**
 * CoachProgressZoom:
 * @COACH_PROGRESS_WEEK: seven days
 * @COACH_PROGRESS_MONTH: four weeks
 * @COACH_PROGRESS_YEAR: fifty-two weeks
 *
 * How much time a look takes in: always whole weeks, so that weeks can be compared.
 */
typedef enum
{
  COACH_PROGRESS_WEEK,
  COACH_PROGRESS_MONTH,
  COACH_PROGRESS_YEAR,
} CoachProgressZoom;

#define COACH_N_PROGRESS_CARDS 3

/**
 * CoachProgressCard:
 * @number: what is read first
 * @label: of what
 * @note: (nullable): an aside
 *
 * One number that stands out.
 */
typedef struct
{
  char *number;
  char *label;
  char *note;
} CoachProgressCard;

/**
 * CoachProgressMuscleRow:
 * @name: the muscle
 * @words: how long each side was worked
 * @shares: of each side, from 0 to 1, against the longest of all
 *
 * A muscle with its balance of left and right.
 */
typedef struct
{
  char   *name;
  char   *words;
  double  shares[COACH_N_PROGRESS_SIDES];
} CoachProgressMuscleRow;

/**
 * CoachProgressPageState:
 * @title: where it is going, in a few words
 * @text: the same in sentences
 * @notes_before: (array zero-terminated=1): what has to be read before it
 * @notes_after: (array zero-terminated=1): what is to be noted besides
 * @period: which days are shown
 * @has_nothing: whether nothing was kept in them
 * @cards: the numbers that stand out
 * @weeks: (element-type guint): sessions of each week, oldest first
 * @weeks_words: the same in words
 * @muscles: (element-type CoachProgressMuscleRow): the longest worked first
 * @session_days: on how many days there was a session
 * @rest_days: how many days were for rest; empty when none was
 * @row_words: about days in a row, without a word of blame
 * @sitting: sitting on a day; empty when none was counted
 * @breaks: breaks on a day
 *
 * What the page of progress shows.
 */
typedef struct
{
  char              *title;
  char              *text;
  char             **notes_before;
  char             **notes_after;
  char              *period;
  gboolean           has_nothing;
  CoachProgressCard  cards[COACH_N_PROGRESS_CARDS];
  GArray            *weeks;
  char              *weeks_words;
  GPtrArray         *muscles;
  char              *session_days;
  char              *rest_days;
  char              *row_words;
  char              *sitting;
  char              *breaks;
} CoachProgressPageState;

CoachProgressPageState *coach_progress_page_state_from (const CoachProgress    *progress,
                                                        const CoachTrendReport *trend,
                                                        CoachPainGuide         *guide);
void                    coach_progress_page_state_free (CoachProgressPageState *self);

void                    coach_progress_zoom_get_period (CoachProgressZoom       zoom,
                                                        const GDate            *today,
                                                        guint                   n_back,
                                                        GDate                  *first,
                                                        GDate                  *last);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CoachProgressPageState, coach_progress_page_state_free)

G_END_DECLS
