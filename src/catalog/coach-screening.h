#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define COACH_TYPE_SCREENING (coach_screening_get_type ())
G_DECLARE_FINAL_TYPE (CoachScreening, coach_screening, COACH, SCREENING, GObject)

/**
 * CoachScreeningOutcome:
 * @COACH_SCREENING_CLEAR: no sign
 * @COACH_SCREENING_SEE_CLINICIAN: ask a clinician soon
 * @COACH_SCREENING_SAME_DAY: phone a doctor today
 * @COACH_SCREENING_EMERGENCY: get emergency help now
 *
 * What answers lead to; a higher value is more urgent.
 */
typedef enum
{
  COACH_SCREENING_CLEAR,
  COACH_SCREENING_SEE_CLINICIAN,
  COACH_SCREENING_SAME_DAY,
  COACH_SCREENING_EMERGENCY,
} CoachScreeningOutcome;

/**
 * CoachScreeningGroup:
 *
 * The pages of questions, in their order.
 */
typedef enum
{
  COACH_SCREENING_GROUP_EMERGENCY,
  COACH_SCREENING_GROUP_TODAY,
  COACH_SCREENING_GROUP_SOON,
  COACH_SCREENING_GROUP_ABOUT_YOU,
} CoachScreeningGroup;

#define COACH_N_SCREENING_GROUPS 4

/**
 * CoachScreeningAsk:
 * @COACH_SCREENING_ASK_FIRST: before the first session ever
 * @COACH_SCREENING_ASK_AFTER_BREAK: at the first opening after a long break
 * @COACH_SCREENING_ASK_WEEKLY: once a week, before a session
 * @COACH_SCREENING_ASK_MONTHLY: once a month
 * @COACH_SCREENING_ASK_MONTHLY_IF_YES: once a month while the answer is yes
 * @COACH_SCREENING_ASK_YEARLY: once a year
 * @COACH_SCREENING_ASK_NEW_NUMBNESS: when numbness is new
 * @COACH_SCREENING_ASK_URGENT_VERDICT: when the trend is urgent
 * @COACH_SCREENING_ASK_SEVERE_NOTE: when pain is very strong
 *
 * When a question is asked; several may hold. The days are in [method@Screening.get_ask_days].
 */
typedef enum
{
  COACH_SCREENING_ASK_FIRST          = 1 << 0,
  COACH_SCREENING_ASK_AFTER_BREAK    = 1 << 1,
  COACH_SCREENING_ASK_WEEKLY         = 1 << 2,
  COACH_SCREENING_ASK_MONTHLY        = 1 << 3,
  COACH_SCREENING_ASK_MONTHLY_IF_YES = 1 << 4,
  COACH_SCREENING_ASK_YEARLY         = 1 << 5,
  COACH_SCREENING_ASK_NEW_NUMBNESS   = 1 << 6,
  COACH_SCREENING_ASK_URGENT_VERDICT = 1 << 7,
  COACH_SCREENING_ASK_SEVERE_NOTE    = 1 << 8,
} CoachScreeningAsk;

/**
 * CoachScreeningLift:
 * @COACH_SCREENING_LIFT_CLINICIAN: by "a clinician has checked me"
 * @COACH_SCREENING_LIFT_NO_LATER: by that, or by answering no on another day
 * @COACH_SCREENING_LIFT_NEVER: not at all
 *
 * How a question that blocks stops blocking.
 */
typedef enum
{
  COACH_SCREENING_LIFT_CLINICIAN,
  COACH_SCREENING_LIFT_NO_LATER,
  COACH_SCREENING_LIFT_NEVER,
} CoachScreeningLift;

/**
 * CoachScreeningDetail:
 * @COACH_SCREENING_DETAIL_NONE: nothing more is asked
 * @COACH_SCREENING_DETAIL_WEEKS: how many weeks
 * @COACH_SCREENING_DETAIL_DATE: on which day
 *
 * What is asked besides after a yes.
 */
typedef enum
{
  COACH_SCREENING_DETAIL_NONE,
  COACH_SCREENING_DETAIL_WEEKS,
  COACH_SCREENING_DETAIL_DATE,
} CoachScreeningDetail;

/**
 * CoachScreeningUnless:
 * @question: (translatable): asked right after a yes
 * @outcome: replaces the outcome when it is answered with yes
 * @blocks: replaces whether it blocks
 * @advice: (translatable): replaces the advice
 * @sets: (nullable): what a yes writes to the pain record: `reviewed.both` or `reviewed.side`
 *
 * A second question, which can lift what a yes leads to.
 */
typedef struct
{
  char                  *question;
  CoachScreeningOutcome  outcome;
  gboolean               blocks;
  char                  *advice;
  char                  *sets;
} CoachScreeningUnless;

/**
 * CoachScreeningQuestion:
 * @id: the id
 * @group: its page
 * @question: (translatable): the question
 * @outcome: what a yes leads to
 * @blocks: whether a yes blocks exercises
 * @advice: (translatable): what to do after a yes; may have {emergency} and {advice_line}
 * @limits: (array zero-terminated=1): ids of limits that hold while the answer is yes
 * @ask: when it is asked
 * @combines: whether it counts towards the combination
 * @is_telling: whether one like it must be among those combined
 * @lift: how its block is lifted
 * @detail: what is asked besides after a yes
 * @detail_question: (nullable) (translatable): asked for @detail
 * @condition: (nullable): the catalogue's condition that a yes adds
 * @unless: (nullable): a second question
 * @source: where it comes from
 *
 * One warning-sign question.
 */
typedef struct
{
  char                  *id;
  CoachScreeningGroup    group;
  char                  *question;
  CoachScreeningOutcome  outcome;
  gboolean               blocks;
  char                  *advice;
  char                 **limits;
  CoachScreeningAsk      ask;
  gboolean               combines;
  gboolean               is_telling;
  CoachScreeningLift     lift;
  CoachScreeningDetail   detail;
  char                  *detail_question;
  char                  *condition;
  CoachScreeningUnless  *unless;
  char                  *source;
} CoachScreeningQuestion;

/* Limits that are kept by the packs, and not by traits; there always are such limits. */
#define COACH_LIMIT_NO_HEAT           "no-heat"
#define COACH_LIMIT_NO_ICE            "no-ice"
#define COACH_LIMIT_NO_HOT_PACK_TUMMY "no-hot-pack-tummy"

/**
 * CoachLimit:
 * @id: the id
 * @text: (translatable): what it means, in a few words
 * @avoid_traits: (array zero-terminated=1): traits that are left out
 * @caution_traits: (array zero-terminated=1): traits that need care
 * @max_level: the highest level of a movement; 0 when any will do
 * @from_week: it holds from this week of pregnancy on; 0 always
 * @block_months: it blocks exercises for so long after the date that was given; 0 for not
 *
 * What an answer takes out of exercises.
 */
typedef struct
{
  char   *id;
  char   *text;
  char  **avoid_traits;
  char  **caution_traits;
  guint   max_level;
  guint   from_week;
  guint   block_months;
} CoachLimit;

/* What is known of no region in particular; there always is such an entry. */
#define COACH_HELP_DEFAULT_REGION "default"

/**
 * CoachHelpNumbers:
 * @region: an ISO 3166 code, `EU` or `default`
 * @emergency: (translatable): what to call in an emergency
 * @advice_line: (translatable): whom to phone for advice
 *
 * Whom to call.
 */
typedef struct
{
  char *region;
  char *emergency;
  char *advice_line;
} CoachHelpNumbers;

guint                         coach_screening_get_n_questions    (CoachScreening *self);
const CoachScreeningQuestion *coach_screening_get_question       (CoachScreening *self,
                                                                  guint           index);
const CoachScreeningQuestion *coach_screening_lookup_question    (CoachScreening *self,
                                                                  const char     *id);
const CoachLimit             *coach_screening_lookup_limit       (CoachScreening *self,
                                                                  const char     *id);
guint                         coach_screening_get_combine_count  (CoachScreening *self);
const char                   *coach_screening_get_combine_advice (CoachScreening *self);
CoachScreeningOutcome         coach_screening_get_combine_outcome (CoachScreening *self);
guint                         coach_screening_get_ask_days       (CoachScreening    *self,
                                                                  CoachScreeningAsk  ask);
guint                         coach_screening_get_n_help_numbers (CoachScreening *self);
const CoachHelpNumbers       *coach_screening_get_help_numbers   (CoachScreening *self,
                                                                  guint           index);
const CoachHelpNumbers       *coach_screening_lookup_help_numbers (CoachScreening *self,
                                                                   const char     *region);
char                         *coach_screening_fill               (const char     *text,
                                                                  const char     *emergency,
                                                                  const char     *advice_line);
const char                   *coach_screening_outcome_get_id     (CoachScreeningOutcome outcome);
const char                   *coach_screening_group_get_id       (CoachScreeningGroup   group);

G_END_DECLS
