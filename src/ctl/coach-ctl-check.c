#define G_LOG_DOMAIN "lowtidectl"

#include "config.h"

#include <glib/gi18n.h>

#include "coach-ctl.h"

static void
add_move (CoachCtl     *ctl,
          CoachMove    *move,
          CoachVerdict *verdict)
{
  json_builder_begin_object (ctl->json);
  coach_ctl_add_string (ctl->json, "id", coach_move_get_id (move));
  coach_ctl_add_string (ctl->json, "kind", coach_ctl_get_move_kind (move));
  coach_ctl_add_string (ctl->json, "name", coach_move_get_name (move));
  coach_ctl_add_verdict (ctl, verdict);
  coach_ctl_add_instead (ctl, move);
  json_builder_end_object (ctl->json);
}

static void
print_title (CoachCtl   *ctl,
             const char *name,
             const char *id)
{
  g_autofree char *title = g_strdup_printf ("%s (%s)", name, id);

  coach_ctl_print (ctl->text, "", title);
}

static CoachCtlStatus
check_move (CoachCtl  *ctl,
            CoachMove *move)
{
  g_autoptr (CoachVerdict) verdict = coach_verdict_for_move (ctl->catalog, ctl->profile, move);
  CoachVerdictLevel level = coach_verdict_get_level (verdict);

  if (ctl->json != NULL)
    {
      add_move (ctl, move, verdict);
      return coach_ctl_get_status (level);
    }
  print_title (ctl, coach_move_get_name (move), coach_move_get_id (move));
  coach_ctl_print_verdict (ctl, verdict);
  if (level != COACH_VERDICT_ALLOW)
    coach_ctl_print_instead (ctl, move);
  return coach_ctl_get_status (level);
}

static void
add_routine (CoachCtl     *ctl,
             CoachRoutine *routine,
             GPtrArray    *verdicts)
{
  CoachVerdictLevel worst = coach_verdicts_get_worst (verdicts);

  json_builder_begin_object (ctl->json);
  coach_ctl_add_string (ctl->json, "id", coach_routine_get_id (routine));
  coach_ctl_add_string (ctl->json, "kind", "routine");
  coach_ctl_add_string (ctl->json, "name", coach_routine_get_title (routine));
  coach_ctl_add_string (ctl->json, "verdict", coach_verdict_level_get_id (worst));
  json_builder_set_member_name (ctl->json, "steps");
  json_builder_begin_array (ctl->json);
  for (guint i = 0; i < verdicts->len; i++)
    add_move (ctl, COACH_MOVE (coach_routine_get_step (routine, i)->movement),
              g_ptr_array_index (verdicts, i));
  json_builder_end_array (ctl->json);
  json_builder_end_object (ctl->json);
}

/* A step's line, and below it why and what instead where something speaks against it. */
static void
add_step_rows (CoachCtl      *ctl,
               guint          number,
               CoachMove     *move,
               CoachVerdict  *verdict,
               CoachCtlTable *table)
{
  CoachVerdictLevel level = coach_verdict_get_level (verdict);
  g_auto (GStrv) reasons = coach_verdict_dup_reasons (verdict);
  g_autofree char *place = g_strdup_printf ("%2u.", number);
  g_autofree char *instead = NULL;

  coach_ctl_table_add_row (table, place, coach_ctl_get_level_word (level),
                           coach_move_get_name (move), NULL);
  for (guint i = 0; reasons[i] != NULL; i++)
    coach_ctl_table_add_note (table, reasons[i]);
  if (level != COACH_VERDICT_ALLOW)
    instead = coach_ctl_dup_instead_names (ctl, move);
  if (instead != NULL)
    coach_ctl_table_add_note (table, instead);
}

static void
print_routine (CoachCtl     *ctl,
               CoachRoutine *routine,
               GPtrArray    *verdicts)
{
  g_autoptr (CoachCtlTable) table = coach_ctl_table_new (3);
  CoachVerdictLevel worst = coach_verdicts_get_worst (verdicts);

  print_title (ctl, coach_routine_get_title (routine), coach_routine_get_id (routine));
  coach_ctl_print_heading (ctl->text, coach_ctl_get_routine_phrase (worst));
  g_string_append_c (ctl->text, '\n');
  for (guint i = 0; i < verdicts->len; i++)
    add_step_rows (ctl, i + 1, COACH_MOVE (coach_routine_get_step (routine, i)->movement),
                   g_ptr_array_index (verdicts, i), table);
  coach_ctl_table_print (table, "", ctl->text);
}

static CoachCtlStatus
check_routine (CoachCtl     *ctl,
               CoachRoutine *routine)
{
  g_autoptr (GPtrArray) verdicts = coach_verdicts_for_routine (ctl->catalog, ctl->profile, routine);

  if (ctl->json != NULL)
    add_routine (ctl, routine, verdicts);
  else
    print_routine (ctl, routine, verdicts);
  return coach_ctl_get_status (coach_verdicts_get_worst (verdicts));
}

/* What the rules say of a move is no leave to exercise. */
static void
warn_of_lock (CoachCtl *ctl)
{
  g_autoptr (GError) error = NULL;

  if (ctl->person->decision != NULL
      && !coach_ctl_person_check_unlocked (ctl->person, ctl, &error))
    coach_ctl_write_error (error->message);
}

/**
 * coach_ctl_check:
 * @ctl: the program; its operand is an id or a file
 *
 * Judges a move, or each step of a routine. That a warning sign has exercises off is told on
 * standard error.
 *
 * Returns: the status that tells the verdict
 * Throws: [error@CatalogError], %COACH_CTL_ERROR_UNKNOWN
 */
CoachCtlStatus
coach_ctl_check (CoachCtl  *ctl,
                 GError   **error)
{
  g_auto (CoachCtlSubject) subject = { NULL, NULL };

  if (!coach_ctl_subject_find (&subject, ctl->catalog, ctl->operands[0], error))
    return COACH_CTL_FAILED;
  warn_of_lock (ctl);
  return subject.move != NULL ? check_move (ctl, subject.move)
                              : check_routine (ctl, subject.routine);
}
