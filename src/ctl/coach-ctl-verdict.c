#define G_LOG_DOMAIN "lowtidectl"

#include "config.h"

#include <glib/gi18n.h>

#include "coach-ctl.h"

/**
 * coach_ctl_get_status:
 * @level: a verdict
 *
 * Gets the exit status that tells a verdict to scripts.
 *
 * Returns: a status
 */
CoachCtlStatus
coach_ctl_get_status (CoachVerdictLevel level)
{
  switch (level)
    {
    case COACH_VERDICT_ALLOW:
      return COACH_CTL_FINE;
    case COACH_VERDICT_CAUTION:
      return COACH_CTL_CAUTION;
    case COACH_VERDICT_AVOID:
    default:
      return COACH_CTL_AVOID;
    }
}

/**
 * coach_ctl_get_level_word:
 * @level: a verdict
 *
 * Gets a verdict as a word for a column of a list.
 *
 * Returns: (transfer none): a translated word
 */
const char *
coach_ctl_get_level_word (CoachVerdictLevel level)
{
  switch (level)
    {
    case COACH_VERDICT_ALLOW:
      return C_ ("verdict", "allow");
    case COACH_VERDICT_CAUTION:
      return C_ ("verdict", "caution");
    case COACH_VERDICT_AVOID:
    default:
      return C_ ("verdict", "avoid");
    }
}

/**
 * coach_ctl_get_level_phrase:
 * @level: a verdict
 *
 * Gets a verdict with what it means.
 *
 * Returns: (transfer none): a translated sentence
 */
const char *
coach_ctl_get_level_phrase (CoachVerdictLevel level)
{
  switch (level)
    {
    case COACH_VERDICT_ALLOW:
      return _("Allow: no rule speaks against it.");
    case COACH_VERDICT_CAUTION:
      return _("Caution: it can be done with care.");
    case COACH_VERDICT_AVOID:
    default:
      return _("Avoid: it is better left out for now.");
    }
}

/**
 * coach_ctl_get_routine_phrase:
 * @level: the worst verdict of a routine's steps
 *
 * Gets the verdict on a routine with what it means.
 *
 * Returns: (transfer none): a translated sentence
 */
const char *
coach_ctl_get_routine_phrase (CoachVerdictLevel level)
{
  switch (level)
    {
    case COACH_VERDICT_ALLOW:
      return _("Allow: no rule speaks against any of its steps.");
    case COACH_VERDICT_CAUTION:
      return _("Caution: some of its steps need care.");
    case COACH_VERDICT_AVOID:
    default:
      return _("Avoid: some of its steps are better left out for now.");
    }
}

/**
 * coach_ctl_get_move_kind:
 * @move: a movement or a move to avoid
 *
 * Gets the word that JSON uses for the kind of a move.
 *
 * Returns: (transfer none): "movement" or "avoid"
 */
const char *
coach_ctl_get_move_kind (CoachMove *move)
{
  return COACH_IS_AVOID_ENTRY (move) ? "avoid" : "movement";
}

/**
 * coach_ctl_dup_instead_names:
 * @ctl: the program
 * @move: a movement or a move to avoid
 *
 * Names what may be done in place of a move.
 *
 * Returns: (transfer full) (nullable): a sentence; %NULL when nothing is safe
 */
char *
coach_ctl_dup_instead_names (CoachCtl  *ctl,
                             CoachMove *move)
{
  g_autoptr (GPtrArray) substitutes = coach_safety_dup_substitutes (ctl->catalog, ctl->profile,
                                                                    move);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;
  g_autofree char *joined = NULL;

  if (substitutes->len == 0)
    return NULL;
  for (guint i = 0; i < substitutes->len; i++)
    g_strv_builder_add (builder, coach_move_get_name (g_ptr_array_index (substitutes, i)));
  names = g_strv_builder_end (builder);
  /* Translators: this stands between the names of moves, which may hold commas. */
  joined = g_strjoinv (_("; "), names);
  /* Translators: %s is one or more names of moves. */
  return g_strdup_printf (_("Instead: %s"), joined);
}

/**
 * coach_ctl_print_instead:
 * @ctl: the program
 * @move: a movement or a move to avoid
 *
 * Lists what may be done in place of a move, the first choice first.
 */
void
coach_ctl_print_instead (CoachCtl  *ctl,
                         CoachMove *move)
{
  g_autoptr (GPtrArray) substitutes = coach_safety_dup_substitutes (ctl->catalog, ctl->profile,
                                                                    move);
  g_autoptr (CoachCtlTable) table = coach_ctl_table_new (2);

  coach_ctl_print_heading (ctl->text, _("What to do instead"));
  if (substitutes->len == 0)
    coach_ctl_print (ctl->text, "  ", _("The catalogue has nothing that suits these conditions."));
  for (guint i = 0; i < substitutes->len; i++)
    {
      CoachMove *substitute = g_ptr_array_index (substitutes, i);

      coach_ctl_table_add_row (table, coach_move_get_id (substitute),
                               coach_move_get_name (substitute), NULL);
    }
  coach_ctl_table_print (table, "  ", ctl->text);
}

/**
 * coach_ctl_print_verdict:
 * @ctl: the program
 * @verdict: a verdict
 *
 * Tells a verdict with its reasons.
 */
void
coach_ctl_print_verdict (CoachCtl     *ctl,
                         CoachVerdict *verdict)
{
  g_auto (GStrv) reasons = coach_verdict_dup_reasons (verdict);

  coach_ctl_print_heading (ctl->text,
                           coach_ctl_get_level_phrase (coach_verdict_get_level (verdict)));
  coach_ctl_print_list (ctl->text, (const char * const *) reasons, FALSE);
}

/**
 * coach_ctl_add_instead:
 * @ctl: the program
 * @move: a movement or a move to avoid
 *
 * Adds the member `instead`: ids, the first choice first.
 */
void
coach_ctl_add_instead (CoachCtl  *ctl,
                       CoachMove *move)
{
  g_autoptr (GPtrArray) substitutes = coach_safety_dup_substitutes (ctl->catalog, ctl->profile,
                                                                    move);

  json_builder_set_member_name (ctl->json, "instead");
  json_builder_begin_array (ctl->json);
  for (guint i = 0; i < substitutes->len; i++)
    json_builder_add_string_value (ctl->json,
                                   coach_move_get_id (g_ptr_array_index (substitutes, i)));
  json_builder_end_array (ctl->json);
}

/**
 * coach_ctl_add_verdict:
 * @ctl: the program
 * @verdict: a verdict
 *
 * Adds the members `verdict`, `because` and `reasons`.
 */
void
coach_ctl_add_verdict (CoachCtl     *ctl,
                       CoachVerdict *verdict)
{
  g_auto (GStrv) reasons = coach_verdict_dup_reasons (verdict);

  coach_ctl_add_string (ctl->json, "verdict",
                        coach_verdict_level_get_id (coach_verdict_get_level (verdict)));
  coach_ctl_add_strings (ctl->json, "because", coach_verdict_get_because (verdict));
  coach_ctl_add_strings (ctl->json, "reasons", (const char * const *) reasons);
}
