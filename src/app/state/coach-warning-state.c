#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-warning-state.h"

#include <glib/gi18n.h>

static void
item_free (gpointer data)
{
  CoachWarningItem *item = data;

  g_free (item->question);
  g_free (item->answer);
  g_free (item->advice);
  g_free (item);
}

static char *
format_day (const GDate *day)
{
  char text[64];

  if (g_date_strftime (text, sizeof text, C_ ("date", "%-d %B %Y"), day) == 0)
    return g_strdup ("");
  return g_strdup (text);
}

static const CoachScreeningAnswer *
get_answer (CoachAppContext              *context,
            const CoachScreeningQuestion *question)
{
  CoachProfile *profile = coach_app_context_get_profile (context);

  return coach_screening_record_get (coach_profile_get_screening (profile), question->id);
}

static char *
describe_answer (CoachAppContext             *context,
                 const CoachScreeningFinding *finding)
{
  const CoachScreeningAnswer *answer = get_answer (context, finding->question);
  const GDate *since = g_date_valid (&answer->first_yes) ? &answer->first_yes : &answer->answered;
  g_autofree char *day = NULL;

  if (!g_date_valid (since))
    return g_strdup (finding->was_unsure ? C_ ("answer", "Not sure") : C_ ("answer", "Yes"));
  day = format_day (since);
  if (finding->was_unsure)
    /* Translators: an answer, with the day it was given */
    return g_strdup_printf (C_ ("answer", "Not sure, said on %s"), day);
  /* Translators: an answer, with the day it was first given */
  return g_strdup_printf (C_ ("answer", "Yes, first said on %s"), day);
}

static gboolean
was_said (GPtrArray  *items,
          const char *advice)
{
  for (guint i = 0; i < items->len; i++)
    if (g_strcmp0 (((CoachWarningItem *) g_ptr_array_index (items, i))->advice, advice) == 0)
      return TRUE;
  return FALSE;
}

static void
add_finding (CoachWarningState              *state,
             CoachAppContext             *context,
             const CoachScreeningFinding *finding)
{
  CoachWarningItem *item = g_new0 (CoachWarningItem, 1);
  g_autofree char *advice = coach_app_context_dup_filled (context, finding->advice);

  if (finding->question != NULL)
    {
      item->question = coach_app_context_dup_filled (context, finding->question->question);
      item->answer = describe_answer (context, finding);
    }
  state->n_notes += !finding->was_cleared;
  if (!was_said (state->items, advice))
    item->advice = g_steal_pointer (&advice);
  g_ptr_array_add (state->items, item);
}

/* What the check-ins warn of: signs in both legs first. */
static void
add_trend (CoachWarningState *state,
           CoachAppContext   *context)
{
  CoachPainGuide *guide;
  const CoachTrendReport *report = coach_app_context_get_trend_report (context);
  static const CoachWarning order[]
      = { COACH_WARNING_BOTH, COACH_WARNING_LEFT, COACH_WARNING_RIGHT };

  guide = coach_catalog_get_pain_guide (coach_app_context_get_catalog (context));
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      const char *note = coach_warning_get_note (order[i]);
      CoachWarningItem *item;

      if (!coach_trend_report_has_note (report, note))
        continue;
      item = g_new0 (CoachWarningItem, 1);
      item->advice = coach_app_context_dup_filled (context, coach_pain_guide_get_note (guide, note));
      item->review = coach_warning_get_id (order[i]);
      g_ptr_array_add (state->items, item);
    }
}

/* The most urgent first, whether it was an answer or the check-ins that told it. */
static void
add_items (CoachWarningState      *state,
           CoachAppContext        *context,
           CoachScreeningDecision *decision)
{
  CoachScreeningOutcome outcome = coach_screening_decision_get_trend_outcome (decision);
  gboolean is_told = outcome == COACH_SCREENING_CLEAR;

  for (guint i = 0; i < coach_screening_decision_get_n_findings (decision); i++)
    {
      const CoachScreeningFinding *finding = coach_screening_decision_get_finding (decision, i);

      if (!is_told && finding->outcome < outcome)
        {
          add_trend (state, context);
          is_told = TRUE;
        }
      add_finding (state, context, finding);
    }
  if (!is_told)
    add_trend (state, context);
}

static const char *
get_title (const CoachWarningState *state)
{
  switch (state->outcome)
    {
    case COACH_SCREENING_EMERGENCY:
      return _("Get emergency help now");
    case COACH_SCREENING_SAME_DAY:
      return _("Phone a doctor or {advice_line} today");
    case COACH_SCREENING_SEE_CLINICIAN:
      return state->is_blocked ? _("Exercises are off for now")
                               : _("Worth telling a doctor or physiotherapist");
    case COACH_SCREENING_CLEAR:
    default:
      return _("No warning signs");
    }
}

static const char *
get_why (const CoachWarningState *state)
{
  switch (state->outcome)
    {
    case COACH_SCREENING_EMERGENCY:
      return _("You told Lowtide of a sign that should be looked at straight away. Exercises are "
               "off until then.");
    case COACH_SCREENING_SAME_DAY:
      return _("You told Lowtide of a sign that should be looked at today. Exercises are off until "
               "then.");
    case COACH_SCREENING_SEE_CLINICIAN:
      return state->is_blocked
                 ? _("This follows from what you answered. Reading, reminders and check-ins stay "
                     "on.")
                 : _("You may exercise. Lowtide leaves out or changes some moves because of what "
                     "you answered, and this is worth a word with somebody who can examine you.");
    case COACH_SCREENING_CLEAR:
    default:
      return _("Anyone may see a doctor or physiotherapist at any time.");
    }
}

static char *
dup_number (const CoachWarningState *state,
            CoachAppContext      *context)
{
  if (!state->is_blocked || state->outcome < COACH_SCREENING_SAME_DAY)
    return NULL;
  return coach_app_context_dup_filled (context, state->outcome == COACH_SCREENING_EMERGENCY
                                                    ? "{emergency}"
                                                    : "{advice_line}");
}

static char *
dup_take_along (const CoachWarningState *state,
                CoachAppContext         *context)
{
  CoachCatalog *catalog = coach_app_context_get_catalog (context);

  if (!state->is_blocked || state->outcome != COACH_SCREENING_EMERGENCY)
    return NULL;
  return g_strdup (coach_safety_guide_get_text (coach_catalog_get_safety_guide (catalog),
                                                COACH_SAFETY_TEXT_TAKE_SCREEN));
}

/* A no of another day ends some blocks; that of the same day does not. */
static void
look_at_lift (CoachWarningState         *state,
              CoachAppContext        *context,
              CoachScreeningDecision *decision)
{
  GDate today;

  coach_app_context_get_today (context, &today);
  for (guint i = 0; i < coach_screening_decision_get_n_findings (decision); i++)
    {
      const CoachScreeningFinding *finding = coach_screening_decision_get_finding (decision, i);
      const CoachScreeningAnswer *answer;

      if (!finding->blocks || finding->question == NULL
          || finding->question->lift != COACH_SCREENING_LIFT_NO_LATER)
        continue;
      answer = get_answer (context, finding->question);
      if (g_date_valid (&answer->answered) && g_date_compare (&answer->answered, &today) < 0)
        state->can_answer_again = TRUE;
      else if (state->again == NULL)
        state->again = g_strdup (_("When this is over, answer the questions again on another day."));
    }
}

static void
add_line (GString    *text,
          const char *line)
{
  if (line != NULL)
    g_string_append_printf (text, "%s\n", line);
}

static char *
sum_up (const CoachWarningState *state,
        CoachAppContext      *context)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GDateTime) now = coach_app_context_dup_now (context);
  /* Translators: day, month, year, hours and minutes, see strftime */
  g_autofree char *time = g_date_time_format (now, C_ ("time", "%-d %B %Y, %H:%M"));

  g_string_append_printf (text, _("Lowtide, %s"), time);
  g_string_append (text, "\n\n");
  add_line (text, state->title);
  add_line (text, state->number);
  for (guint i = 0; i < state->items->len; i++)
    {
      const CoachWarningItem *item = g_ptr_array_index (state->items, i);

      g_string_append_c (text, '\n');
      add_line (text, item->question);
      add_line (text, item->answer);
      add_line (text, item->advice);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * coach_warning_state_new:
 * @context: what pages are given
 *
 * Finds what to say of the warning signs that were told.
 *
 * Returns: (transfer full): the state
 */
CoachWarningState *
coach_warning_state_new (CoachAppContext *context)
{
  CoachScreeningDecision *decision;
  CoachWarningState *state;

  g_return_val_if_fail (COACH_IS_APP_CONTEXT (context), NULL);

  decision = coach_app_context_get_decision (context);
  state = g_new0 (CoachWarningState, 1);
  state->outcome = coach_screening_decision_get_outcome (decision);
  state->is_blocked = coach_screening_decision_is_blocked (decision);
  state->can_clear = coach_screening_decision_can_be_cleared (decision);
  state->title = coach_app_context_dup_filled (context, get_title (state));
  state->why = g_strdup (get_why (state));
  state->number = dup_number (state, context);
  state->take_along = dup_take_along (state, context);
  state->items = g_ptr_array_new_with_free_func (item_free);
  add_items (state, context, decision);
  look_at_lift (state, context, decision);
  state->summary = sum_up (state, context);
  return state;
}

/**
 * coach_warning_state_free:
 * @state: (transfer full): a state
 *
 * Frees a state.
 */
void
coach_warning_state_free (CoachWarningState *state)
{
  g_return_if_fail (state != NULL);

  g_free (state->title);
  g_free (state->why);
  g_free (state->number);
  g_free (state->take_along);
  g_free (state->again);
  g_free (state->summary);
  g_ptr_array_unref (state->items);
  g_free (state);
}

/**
 * coach_warning_state_dup_notice:
 * @state: a state
 *
 * Says in a line what stays worth knowing.
 *
 * Returns: (transfer full) (nullable): a translated sentence; %NULL when there is nothing to say
 */
char *
coach_warning_state_dup_notice (const CoachWarningState *state)
{
  g_return_val_if_fail (state != NULL, NULL);

  if (state->is_blocked && state->outcome >= COACH_SCREENING_SAME_DAY)
    /* Translators: %s says what to do, as in "Get emergency help now" */
    return g_strdup_printf (_("%s. Exercises are off until then."), state->title);
  if (state->is_blocked)
    return g_strdup (_("Exercises are off for now, because of what you answered."));
  if (state->n_notes == 0)
    return NULL;
  return g_strdup_printf (
      ngettext ("%u of your answers is worth telling a doctor or physiotherapist.",
                "%u of your answers are worth telling a doctor or physiotherapist.",
                state->n_notes),
      state->n_notes);
}
