#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-report-state-private.h"

#include <glib/gi18n.h>

#include "coach-hurts-dialog-state.h"
#include "coach-phrases.h"
#include "coach-progress-words.h"

/* The second page: what was done, what hurt, what is left out, and warning signs. */

static const char *
get_move_name (const CoachReportFacts *facts,
               const char             *id)
{
  CoachMove *move = coach_catalog_lookup_move (facts->catalog, id);

  return move != NULL ? coach_move_get_name (move) : _("A move that only a newer Lowtide knows");
}

/* With its year: an answer may be years old. */
static char *
format_date (const GDate *day)
{
  return g_date_valid (day) ? coach_progress_format_date (day) : g_strdup ("–");
}

static void
add_moves (CoachClinicianReport   *report,
           const CoachReportFacts *facts)
{
  const char * const heads[] = { C_ ("report", "Move"), C_ ("report", "Sessions"),
                                 C_ ("report", "Left"), C_ ("report", "Right"),
                                 C_ ("report", "Both at once"), NULL };
  const guint shares[] = { 6, 2, 2, 2, 2 };
  CoachReportTable *table = coach_clinician_report_add_table (
      report, 1, _("What was done"), heads, shares, _("No session in this time."));

  for (guint i = 0; i < facts->progress->moves->len; i++)
    {
      const CoachProgressMove *move
          = &g_array_index (facts->progress->moves, CoachProgressMove, i);
      g_autofree char *times = g_strdup_printf ("%u", move->n_done);
      g_autofree char *left = coach_progress_format_time (move->side_s[COACH_PROGRESS_LEFT]);
      g_autofree char *right = coach_progress_format_time (move->side_s[COACH_PROGRESS_RIGHT]);
      g_autofree char *both = coach_progress_format_time (move->both_s);

      coach_report_table_add_row (table, get_move_name (facts, move->id), times, left, right, both,
                                  NULL);
    }
}

static const char *
get_action (CoachHurtsAction action)
{
  switch (action)
    {
    case COACH_HURTS_ACTION_GO_ON:
      return C_ ("report", "went on");
    case COACH_HURTS_ACTION_EASIER:
      return C_ ("report", "took an easier move");
    case COACH_HURTS_ACTION_PAUSE_EASIER:
      return C_ ("report", "paused, then took an easier move");
    case COACH_HURTS_ACTION_SKIP:
      return C_ ("report", "left it out of the session");
    case COACH_HURTS_ACTION_END:
      return C_ ("report", "ended the session");
    case COACH_HURTS_ACTION_END_SAME_DAY:
      return C_ ("report", "ended the session; was told to be checked the same day");
    case COACH_HURTS_ACTION_END_EMERGENCY:
      return C_ ("report", "ended the session; was asked about emergency signs");
    case COACH_HURTS_ACTION_NONE:
    default:
      return "–";
    }
}

static char *
describe_what_followed (const CoachHurtsState *state)
{
  if (state->bench_days == 0)
    return g_strdup (get_action (state->action));
  /* Translators: what was done when a move hurt, and for how long it was left out */
  return g_strdup_printf (ngettext ("%s; left out for %u day", "%s; left out for %u days",
                                    state->bench_days),
                          get_action (state->action), state->bench_days);
}

static void
add_hurt (CoachReportTable       *table,
          const CoachReportFacts *facts,
          const CoachDiaryHurt   *hurt)
{
  GDate date = coach_diary_day_of (hurt->when);
  int index = g_date_days_between (&facts->progress->first, &date);
  g_autofree char *day = coach_phrases_format_day (&date);
  g_autofree char *score = hurt->state.has_score ? g_strdup_printf ("%u", hurt->state.score)
                                                 : g_strdup ("–");
  g_autofree char *followed = describe_what_followed (&hurt->state);

  if (index < 0 || index >= (int) facts->progress->n_days)
    return;
  coach_report_table_add_row (table, day, get_move_name (facts, hurt->movement),
                              coach_hurts_dialog_get_kind_name (hurt->state.kind), score, followed,
                              NULL);
}

/* The newest first: if the list is cut, it is of what is long past. */
static void
add_hurts (CoachClinicianReport   *report,
           const CoachReportFacts *facts)
{
  const char * const heads[] = { C_ ("report", "Day"), C_ ("report", "Move"),
                                 C_ ("report", "What it was like"), C_ ("report", "Of 10"),
                                 C_ ("report", "What followed"), NULL };
  const guint shares[] = { 3, 5, 5, 2, 6 };
  GPtrArray *hurts = facts->records->hurts;
  CoachReportTable *table = coach_clinician_report_add_table (
      report, 1, _("What hurt during exercise"), heads, shares, _("Nothing in this time."));

  for (guint i = hurts->len; i > 0; i--)
    add_hurt (table, facts, g_ptr_array_index (hurts, i - 1));
}

static void
add_benches (CoachClinicianReport   *report,
             const CoachReportFacts *facts)
{
  const char * const heads[] = { C_ ("report", "Move"), C_ ("report", "Since"),
                                 C_ ("report", "Until"), NULL };
  const guint shares[] = { 3, 2, 2 };
  GDate today = coach_diary_day_of (facts->now);
  CoachReportTable *table = coach_clinician_report_add_table (
      report, 1, _("Moves left out now because they hurt"), heads, shares, _("None."));

  for (guint i = 0; i < coach_profile_get_n_benches (facts->profile); i++)
    {
      const CoachBench *bench = coach_profile_get_bench (facts->profile, i);
      g_autofree char *since = format_date (&bench->since);
      g_autofree char *until = format_date (&bench->until);

      if (coach_bench_is_active (bench, &today))
        coach_report_table_add_row (table, get_move_name (facts, bench->move), since,
                                    g_date_valid (&bench->until) ? until
                                                                 : C_ ("report", "no end was set"),
                                    NULL);
    }
}

static const char *
get_answer (CoachAnswer answer)
{
  switch (answer)
    {
    case COACH_ANSWER_YES:
      return C_ ("report", "yes");
    case COACH_ANSWER_NOT_SURE:
      return C_ ("report", "not sure");
    case COACH_ANSWER_NO:
      return C_ ("report", "no");
    case COACH_ANSWER_NONE:
    default:
      return "–";
    }
}

static void
add_answer (CoachReportTable             *table,
            const CoachScreeningQuestion *question,
            const CoachScreeningAnswer   *answer)
{
  g_autofree char *answered = format_date (&answer->answered);
  g_autofree char *since = format_date (&answer->first_yes);

  coach_report_table_add_row (table, question->question, get_answer (answer->answer), answered,
                              since, NULL);
}

static void
add_cleared (CoachReportTable       *table,
             const CoachReportFacts *facts)
{
  const GDate *cleared
      = coach_screening_record_get_cleared (coach_profile_get_screening (facts->profile));
  g_autofree char *day = NULL;

  if (cleared == NULL || !g_date_valid (cleared))
    return;
  day = format_date (cleared);
  coach_report_table_add_row (table, _("The person said that a clinician had checked them"),
                              C_ ("report", "yes"), day, "–", NULL);
}

static const char *
get_review (CoachWarning warning)
{
  switch (warning)
    {
    case COACH_WARNING_LEFT:
      return _("The person said that a clinician had checked weakness in the left leg");
    case COACH_WARNING_RIGHT:
      return _("The person said that a clinician had checked weakness in the right leg");
    case COACH_WARNING_BOTH:
    default:
      return _("The person said that a clinician had checked signs in both legs");
    }
}

static void
add_reviews (CoachReportTable       *table,
             const CoachReportFacts *facts)
{
  const CoachReviewed *reviewed = coach_profile_get_reviewed (facts->profile);

  for (CoachWarning i = COACH_WARNING_LEFT; i < COACH_N_WARNINGS; i++)
    {
      const GDate *date = coach_reviewed_get (reviewed, i);
      g_autofree char *day = date != NULL ? format_date (date) : NULL;

      if (day != NULL)
        coach_report_table_add_row (table, get_review (i), C_ ("report", "yes"), day, "–", NULL);
    }
}

/* What was answered with yes or is not sure; that all was answered with no is said in a line. */
static void
add_warning_signs (CoachClinicianReport   *report,
                   const CoachReportFacts *facts)
{
  const char * const heads[] = { C_ ("report", "Question"), C_ ("report", "Answer"),
                                 C_ ("report", "Answered"), C_ ("report", "Yes since"), NULL };
  const guint shares[] = { 8, 2, 3, 3 };
  CoachScreening *screening = coach_catalog_get_screening (facts->catalog);
  CoachScreeningRecord *record = coach_profile_get_screening (facts->profile);
  CoachReportTable *table = coach_clinician_report_add_table (
      report, 1, _("Warning signs"), heads, shares, _("Nothing was answered with yes."));

  add_cleared (table, facts);
  add_reviews (table, facts);
  for (guint i = 0; i < coach_screening_get_n_questions (screening); i++)
    {
      const CoachScreeningQuestion *question = coach_screening_get_question (screening, i);
      const CoachScreeningAnswer *answer = coach_screening_record_get (record, question->id);

      if (answer != NULL
          && (answer->answer == COACH_ANSWER_YES || answer->answer == COACH_ANSWER_NOT_SURE))
        add_answer (table, question, answer);
    }
}

void
coach_report_state_add_done (CoachClinicianReport   *report,
                             const CoachReportFacts *facts)
{
  add_moves (report, facts);
  add_hurts (report, facts);
  add_benches (report, facts);
  add_warning_signs (report, facts);
}
