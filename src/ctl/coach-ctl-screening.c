#define G_LOG_DOMAIN "lowtidectl"

#include "config.h"

#include <glib/gi18n.h>

#include "coach-ctl.h"

static char *
dup_filled (CoachCtl   *ctl,
            const char *text)
{
  return coach_screening_fill (text, ctl->help->emergency, ctl->help->advice_line);
}

/* The word of screening.json, and "clear" where there is nothing to say. */
static const char *
get_exercises (gboolean blocks,
               gboolean says_something)
{
  if (blocks)
    return "blocked";
  return says_something ? "note" : "clear";
}

static char **
list_unanswered (CoachScreening       *screening,
                 CoachScreeningRecord *record)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  for (guint i = 0; i < coach_screening_get_n_questions (screening); i++)
    {
      const char *id = coach_screening_get_question (screening, i)->id;

      if (coach_screening_record_get (record, id)->answer == COACH_ANSWER_NONE)
        g_strv_builder_add (ids, id);
    }
  return g_strv_builder_end (ids);
}

static void
add_finding (CoachCtl                    *ctl,
             const CoachScreeningFinding *finding)
{
  g_autofree char *advice = dup_filled (ctl, finding->advice);

  json_builder_begin_object (ctl->json);
  coach_ctl_add_string (ctl->json, "id", finding->question != NULL ? finding->question->id : NULL);
  coach_ctl_add_string (ctl->json, "outcome", coach_screening_outcome_get_id (finding->outcome));
  coach_ctl_add_string (ctl->json, "exercises", get_exercises (finding->blocks, TRUE));
  coach_ctl_add_string (ctl->json, "advice", advice);
  json_builder_end_object (ctl->json);
}

static void
add_decision (CoachCtl                *ctl,
              CoachScreeningDecision  *decision,
              const char * const      *unanswered)
{
  guint n = coach_screening_decision_get_n_findings (decision);

  json_builder_begin_object (ctl->json);
  coach_ctl_add_string (ctl->json, "outcome", coach_screening_outcome_get_id (
      coach_screening_decision_get_outcome (decision)));
  coach_ctl_add_string (ctl->json, "exercises",
                        get_exercises (coach_screening_decision_is_blocked (decision), n > 0));
  json_builder_set_member_name (ctl->json, "findings");
  json_builder_begin_array (ctl->json);
  for (guint i = 0; i < n; i++)
    add_finding (ctl, coach_screening_decision_get_finding (decision, i));
  json_builder_end_array (ctl->json);
  coach_ctl_add_strings (ctl->json, "limits", coach_screening_decision_get_limits (decision));
  coach_ctl_add_strings (ctl->json, "conditions",
                         coach_screening_decision_get_conditions (decision));
  coach_ctl_add_strings (ctl->json, "unanswered", unanswered);
  json_builder_end_object (ctl->json);
}

/* Of questions that have no answer nothing good is said. */
static const char *
get_phrase (CoachScreeningDecision *decision,
            gboolean                is_whole)
{
  gboolean is_blocked = coach_screening_decision_is_blocked (decision);

  switch (coach_screening_decision_get_outcome (decision))
    {
    case COACH_SCREENING_EMERGENCY:
      return _("Get emergency help now. Exercises are off.");
    case COACH_SCREENING_SAME_DAY:
      return _("Talk to a doctor today. Exercises are off.");
    case COACH_SCREENING_SEE_CLINICIAN:
      return is_blocked ? _("Talk to a doctor or physiotherapist. Exercises are off.")
                        : _("Exercises are fine. Talk to a doctor or physiotherapist, too.");
    case COACH_SCREENING_CLEAR:
    default:
      return is_whole ? _("No warning sign. Exercises are fine.")
                      : _("No warning sign among these answers.");
    }
}

/* First what to do, then why. */
static void
print_finding (CoachCtl                    *ctl,
               const CoachScreeningFinding *finding)
{
  g_autofree char *advice = dup_filled (ctl, finding->advice);

  coach_ctl_print (ctl->text, "  - ", advice);
  coach_ctl_print (ctl->text, "    ", finding->question != NULL
                                          ? finding->question->question
                                          : _("Several signs that tell more together."));
  if (finding->was_unsure)
    coach_ctl_print (ctl->text, "    ", _("If you are not sure, it is safer to ask."));
}

static void
print_limits (CoachCtl           *ctl,
              const char * const *limits)
{
  CoachScreening *screening = coach_catalog_get_screening (ctl->catalog);
  g_autoptr (CoachCtlTable) table = coach_ctl_table_new (2);

  if (*limits == NULL)
    return;
  coach_ctl_print_heading (ctl->text, _("Limits"));
  for (; *limits != NULL; limits++)
    coach_ctl_table_add_row (table, *limits,
                             coach_screening_lookup_limit (screening, *limits)->text, NULL);
  coach_ctl_table_print (table, "  ", ctl->text);
}

static void
print_conditions (CoachCtl           *ctl,
                  const char * const *conditions)
{
  g_autoptr (CoachCtlTable) table = coach_ctl_table_new (2);

  if (*conditions == NULL)
    return;
  coach_ctl_print_heading (ctl->text, _("Conditions to count"));
  for (; *conditions != NULL; conditions++)
    coach_ctl_table_add_row (
        table, *conditions,
        coach_condition_get_name (coach_catalog_lookup_condition (ctl->catalog, *conditions)),
        NULL);
  coach_ctl_table_print (table, "  ", ctl->text);
}

static void
print_unanswered (CoachCtl           *ctl,
                  const char * const *unanswered)
{
  g_autofree char *ids = g_strjoinv (", ", (char **) unanswered);

  if (*unanswered == NULL)
    return;
  coach_ctl_print_heading (ctl->text, _("Not answered, so nothing is known of"));
  coach_ctl_print (ctl->text, "  ", ids);
}

static void
print_decision (CoachCtl                *ctl,
                CoachScreeningDecision  *decision,
                const char * const      *unanswered)
{
  guint n = coach_screening_decision_get_n_findings (decision);

  coach_ctl_print (ctl->text, "", get_phrase (decision, *unanswered == NULL));
  if (n > 0)
    g_string_append_c (ctl->text, '\n');
  for (guint i = 0; i < n; i++)
    print_finding (ctl, coach_screening_decision_get_finding (decision, i));
  print_limits (ctl, coach_screening_decision_get_limits (decision));
  print_conditions (ctl, coach_screening_decision_get_conditions (decision));
  print_unanswered (ctl, unanswered);
  coach_ctl_print_heading (ctl->text,
                           coach_safety_guide_get_text (
                               coach_catalog_get_safety_guide (ctl->catalog),
                               COACH_SAFETY_TEXT_SEEK_HELP));
}

/**
 * coach_ctl_screening:
 * @ctl: the program; its operand is a file of answers
 *
 * Decides what answers to the warning-sign questions come to.
 *
 * Returns: fine when no answer says anything, caution when one does, avoid when exercises are off
 * Throws: [error@CatalogError]
 */
CoachCtlStatus
coach_ctl_screening (CoachCtl  *ctl,
                     GError   **error)
{
  CoachScreening *screening = coach_catalog_get_screening (ctl->catalog);
  GDate today = ctl->today;
  g_autoptr (CoachScreeningRecord) record = NULL;
  g_autoptr (CoachScreeningDecision) decision = NULL;
  g_auto (GStrv) unanswered = NULL;

  record = coach_ctl_read_answers (screening, ctl->operands[0], &today, error);
  if (record == NULL)
    return COACH_CTL_FAILED;
  decision = coach_screening_decide (screening, record, COACH_TREND_STEADY, &today);
  unanswered = list_unanswered (screening, record);
  if (ctl->json != NULL)
    add_decision (ctl, decision, (const char * const *) unanswered);
  else
    print_decision (ctl, decision, (const char * const *) unanswered);
  if (coach_screening_decision_is_blocked (decision))
    return COACH_CTL_AVOID;
  return coach_screening_decision_get_n_findings (decision) > 0 ? COACH_CTL_CAUTION
                                                                : COACH_CTL_FINE;
}
