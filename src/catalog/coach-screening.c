#define G_LOG_DOMAIN "coach-catalog"

#include "config.h"

#include "coach-screening-private.h"

#include <string.h>

/**
 * CoachScreening:
 *
 * The warning-sign questions, what their answers lead to, and whom to call. Immutable.
 */
G_DEFINE_FINAL_TYPE (CoachScreening, coach_screening, G_TYPE_OBJECT)

static void
coach_screening_finalize (GObject *object)
{
  CoachScreening *self = COACH_SCREENING (object);

  g_hash_table_unref (self->covered);
  g_ptr_array_unref (self->questions);
  g_ptr_array_unref (self->limits);
  g_ptr_array_unref (self->help_numbers);
  g_free (self->combine_advice);

  G_OBJECT_CLASS (coach_screening_parent_class)->finalize (object);
}

static void
coach_screening_class_init (CoachScreeningClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = coach_screening_finalize;
}

static void
coach_screening_init (CoachScreening *self)
{
  self->questions = g_ptr_array_new_with_free_func (coach_screening_question_free);
  self->limits = g_ptr_array_new_with_free_func (coach_limit_free);
  self->help_numbers = g_ptr_array_new_with_free_func (coach_help_numbers_free);
  self->covered = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * coach_screening_get_n_questions:
 * @self: a screening
 *
 * Gets how many questions there are.
 *
 * Returns: the number
 */
guint
coach_screening_get_n_questions (CoachScreening *self)
{
  g_return_val_if_fail (COACH_IS_SCREENING (self), 0);

  return self->questions->len;
}

/**
 * coach_screening_get_question:
 * @self: a screening
 * @index: which question, from 0
 *
 * Gets a question; they stand in the order in which they are asked, group after group.
 *
 * Returns: (transfer none): the question
 */
const CoachScreeningQuestion *
coach_screening_get_question (CoachScreening *self,
                              guint           index)
{
  g_return_val_if_fail (COACH_IS_SCREENING (self), NULL);
  g_return_val_if_fail (index < self->questions->len, NULL);

  return g_ptr_array_index (self->questions, index);
}

/* As coach_screening_lookup_question(), for the reading. */
CoachScreeningQuestion *
coach_screening_find_question (CoachScreening *self,
                               const char     *id)
{
  for (guint i = 0; i < self->questions->len; i++)
    {
      CoachScreeningQuestion *question = g_ptr_array_index (self->questions, i);

      if (g_strcmp0 (question->id, id) == 0)
        return question;
    }
  return NULL;
}

/**
 * coach_screening_lookup_question:
 * @self: a screening
 * @id: any text
 *
 * Looks a question up.
 *
 * Returns: (transfer none) (nullable): the question with this id
 */
const CoachScreeningQuestion *
coach_screening_lookup_question (CoachScreening *self,
                                 const char     *id)
{
  g_return_val_if_fail (COACH_IS_SCREENING (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return coach_screening_find_question (self, id);
}

/**
 * coach_screening_lookup_limit:
 * @self: a screening
 * @id: any text
 *
 * Looks a limit up.
 *
 * Returns: (transfer none) (nullable): the limit with this id
 */
const CoachLimit *
coach_screening_lookup_limit (CoachScreening *self,
                              const char     *id)
{
  g_return_val_if_fail (COACH_IS_SCREENING (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  for (guint i = 0; i < self->limits->len; i++)
    {
      const CoachLimit *limit = g_ptr_array_index (self->limits, i);

      if (g_str_equal (limit->id, id))
        return limit;
    }
  return NULL;
}

/**
 * coach_screening_get_combine_count:
 * @self: a screening
 *
 * Gets how many questions that combine must be answered with yes, a telling one among them, for
 * the combination to hold. It then blocks exercises.
 *
 * Returns: 2 or more
 */
guint
coach_screening_get_combine_count (CoachScreening *self)
{
  g_return_val_if_fail (COACH_IS_SCREENING (self), 0);

  return self->combine_count;
}

/**
 * coach_screening_get_combine_advice:
 * @self: a screening
 *
 * Gets what to do when the combination holds; it may have {emergency} and {advice_line}.
 *
 * Returns: (transfer none): a translated text
 */
const char *
coach_screening_get_combine_advice (CoachScreening *self)
{
  g_return_val_if_fail (COACH_IS_SCREENING (self), NULL);

  return self->combine_advice;
}

/**
 * coach_screening_get_combine_outcome:
 * @self: a screening
 *
 * Gets what the combination leads to.
 *
 * Returns: an outcome
 */
CoachScreeningOutcome
coach_screening_get_combine_outcome (CoachScreening *self)
{
  g_return_val_if_fail (COACH_IS_SCREENING (self), COACH_SCREENING_EMERGENCY);

  return self->combine_outcome;
}

/**
 * coach_screening_get_ask_days:
 * @self: a screening
 * @ask: one occasion to ask
 *
 * Gets after how many days a question is asked again, or how long a break is.
 *
 * Returns: days; 0 for an occasion that does not depend on days
 */
guint
coach_screening_get_ask_days (CoachScreening    *self,
                              CoachScreeningAsk  ask)
{
  gint bit = g_bit_nth_lsf (ask, -1);

  g_return_val_if_fail (COACH_IS_SCREENING (self), 0);
  g_return_val_if_fail (bit >= 0 && bit < COACH_N_SCREENING_ASKS, 0);

  return self->ask_days[bit];
}

/**
 * coach_screening_get_n_help_numbers:
 * @self: a screening
 *
 * Gets of how many regions it is known whom to call.
 *
 * Returns: the number
 */
guint
coach_screening_get_n_help_numbers (CoachScreening *self)
{
  g_return_val_if_fail (COACH_IS_SCREENING (self), 0);

  return self->help_numbers->len;
}

/**
 * coach_screening_get_help_numbers:
 * @self: a screening
 * @index: which region, from 0
 *
 * Gets whom to call in a region.
 *
 * Returns: (transfer none): whom to call
 */
const CoachHelpNumbers *
coach_screening_get_help_numbers (CoachScreening *self,
                                  guint           index)
{
  g_return_val_if_fail (COACH_IS_SCREENING (self), NULL);
  g_return_val_if_fail (index < self->help_numbers->len, NULL);

  return g_ptr_array_index (self->help_numbers, index);
}

/**
 * coach_screening_lookup_help_numbers:
 * @self: a screening
 * @region: (nullable): an ISO 3166 code, or any text
 *
 * Looks up whom to call in a country: what is known of the country itself, of the region it
 * belongs to, or else of no country in particular.
 *
 * Returns: (transfer none): whom to call
 */
const CoachHelpNumbers *
coach_screening_lookup_help_numbers (CoachScreening *self,
                                     const char     *region)
{
  const CoachHelpNumbers *numbers;

  g_return_val_if_fail (COACH_IS_SCREENING (self), NULL);

  numbers = region != NULL ? g_hash_table_lookup (self->covered, region) : NULL;
  return numbers != NULL ? numbers
                         : g_hash_table_lookup (self->covered, COACH_HELP_DEFAULT_REGION);
}

/* Appends what stands for the place at the beginning of @at, and returns how long that is; 0 when
 * there is none. */
static gsize
append_filling (GString    *filled,
                const char *at,
                const char *place,
                const char *filling)
{
  if (!g_str_has_prefix (at, place))
    return 0;
  g_string_append (filled, filling);
  return strlen (place);
}

/**
 * coach_screening_fill:
 * @text: a text that may have {emergency} and {advice_line}
 * @emergency: whom to call in an emergency
 * @advice_line: whom to phone for advice
 *
 * Puts in whom to call. Nothing in what is put in is looked at again.
 *
 * Returns: (transfer full): the text for the person
 */
char *
coach_screening_fill (const char *text,
                      const char *emergency,
                      const char *advice_line)
{
  GString *filled;

  g_return_val_if_fail (text != NULL && emergency != NULL && advice_line != NULL, NULL);

  filled = g_string_new (NULL);
  while (*text != '\0')
    {
      gsize length = append_filling (filled, text, "{emergency}", emergency);

      if (length == 0)
        length = append_filling (filled, text, "{advice_line}", advice_line);
      if (length == 0)
        g_string_append_c (filled, *text);
      text += MAX (length, 1);
    }
  return g_string_free (filled, FALSE);
}

/**
 * coach_screening_outcome_get_id:
 * @outcome: an outcome
 *
 * Gets the word that files and commands use.
 *
 * Returns: (transfer none): an id
 */
const char *
coach_screening_outcome_get_id (CoachScreeningOutcome outcome)
{
  switch (outcome)
    {
    case COACH_SCREENING_CLEAR:
      return "clear";
    case COACH_SCREENING_SEE_CLINICIAN:
      return "see-clinician";
    case COACH_SCREENING_SAME_DAY:
      return "same-day";
    case COACH_SCREENING_EMERGENCY:
    default:
      return "emergency";
    }
}

/**
 * coach_screening_group_get_id:
 * @group: a group
 *
 * Gets the word that files use.
 *
 * Returns: (transfer none): an id
 */
const char *
coach_screening_group_get_id (CoachScreeningGroup group)
{
  switch (group)
    {
    case COACH_SCREENING_GROUP_EMERGENCY:
      return "emergency";
    case COACH_SCREENING_GROUP_TODAY:
      return "today";
    case COACH_SCREENING_GROUP_SOON:
      return "soon";
    case COACH_SCREENING_GROUP_ABOUT_YOU:
    default:
      return "about-you";
    }
}
