/* How today's choice is made: situation, candidates, words. For the module and its tests alone. */
#pragma once

#include "coach-choice.h"
#include "coach-plan-outlook.h"

G_BEGIN_DECLS

/**
 * CoachChoiceKey:
 * @COACH_CHOICE_KEY_LEFT_OUT: fewer steps are left out
 * @COACH_CHOICE_KEY_REPLACED: fewer steps are replaced
 * @COACH_CHOICE_KEY_EASING: it was made for a sorer spell, and this is one
 * @COACH_CHOICE_KEY_DONE_TODAY: it was not done today
 * @COACH_CHOICE_KEY_SORE: it is gentler, and today is sore
 * @COACH_CHOICE_KEY_BREAK: it is more than a break from sitting
 * @COACH_CHOICE_KEY_MADE_FOR: it was made for more of what the person has
 * @COACH_CHOICE_KEY_QUIET: it builds more strength, and things are quiet
 * @COACH_CHOICE_KEY_HOUR: it was made for this hour
 * @COACH_CHOICE_KEY_OTHERS: it was not made for something that the person does not have
 * @COACH_CHOICE_KEY_DAYS_RUNNING: it was not done on the last two days
 * @COACH_CHOICE_KEY_MAIN: more of it works on the deep buttock muscle
 * @COACH_CHOICE_KEY_FOCUS: what the person has is more of what it was made for
 * @COACH_CHOICE_KEY_CAREFUL: fewer movements ask for caution
 *
 * What routines are compared by, the weightiest first: safety, then what was made for the person,
 * then the hour, then the aim of the program.
 */
typedef enum
{
  COACH_CHOICE_KEY_LEFT_OUT,
  COACH_CHOICE_KEY_REPLACED,
  COACH_CHOICE_KEY_EASING,
  COACH_CHOICE_KEY_DONE_TODAY,
  COACH_CHOICE_KEY_SORE,
  COACH_CHOICE_KEY_BREAK,
  COACH_CHOICE_KEY_MADE_FOR,
  COACH_CHOICE_KEY_QUIET,
  COACH_CHOICE_KEY_HOUR,
  COACH_CHOICE_KEY_OTHERS,
  COACH_CHOICE_KEY_DAYS_RUNNING,
  COACH_CHOICE_KEY_MAIN,
  COACH_CHOICE_KEY_FOCUS,
  COACH_CHOICE_KEY_CAREFUL,
} CoachChoiceKey;

#define COACH_N_CHOICE_KEYS 14

/**
 * CoachChoiceSituation:
 * @facts: all that the choice depends on
 * @is_easing: whether this is a sorer spell, or pain reaches further
 * @is_sore: whether today asks for less than usual
 * @is_quiet: whether pain is gone, so that one may build up
 * @time: the time of day
 *
 * The facts, boiled down to what routines are compared by.
 */
typedef struct
{
  const CoachChoiceFacts *facts;
  gboolean                is_easing;
  gboolean                is_sore;
  gboolean                is_quiet;
  CoachTimeOfDay          time;
} CoachChoiceSituation;

/**
 * CoachChoicePick:
 * @routine: (nullable): the best routine; %NULL when none fits
 * @outlook: what it comes to
 * @decided: bits, 1 << a [enum@ChoiceKey] that told routines apart
 * @passed_over: (nullable): the routine that would have been best had it not been done lately
 * @was_done_today: whether @passed_over was done today rather than on the last two days
 * @is_out_of_reach: when none fits, whether some would if place or equipment were others
 *
 * What the comparison came to; the routines belong to the catalogue.
 */
typedef struct
{
  CoachRoutine     *routine;
  CoachPlanOutlook  outlook;
  guint             decided;
  CoachRoutine     *passed_over;
  gboolean          was_done_today;
  gboolean          is_out_of_reach;
} CoachChoicePick;

/* coach-choice-routines.c: what a routine is about, and whether it can be done. */
gboolean             coach_choice_is_within_reach (const CoachChoiceFacts    *facts,
                                                   CoachRoutine              *routine);
gboolean             coach_choice_is_on_floor    (CoachRoutine               *routine);
guint                coach_choice_count_muscle   (CoachRoutine               *routine,
                                                  const char                 *muscle);
guint                coach_choice_count_group    (CoachRoutine               *routine,
                                                  const char                 *group);
const char          *coach_choice_get_main_muscle (CoachRoutine              *routine);
const char          *coach_choice_get_main_group (CoachRoutine               *routine);

/* coach-choice-pick.c */
CoachChoiceSituation coach_choice_situation_from (const CoachChoiceFacts     *facts);
CoachChoicePick      coach_choice_pick           (const CoachChoiceSituation *situation);

/* coach-choice-words.c */
char                *coach_choice_dup_words      (const CoachChoiceSituation *situation,
                                                  CoachChoiceKind             kind,
                                                  const CoachChoicePick      *pick);

G_END_DECLS
