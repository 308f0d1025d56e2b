#define G_LOG_DOMAIN "lowtidectl"

#include "config.h"

#include <glib/gi18n.h>

#include "coach-ctl.h"

/**
 * coach_ctl_dup_terms:
 * @kind: a vocabulary
 * @ids: (array zero-terminated=1): some of its words
 *
 * Names several things in one line.
 *
 * Returns: (transfer full) (nullable): names; %NULL when there are none
 */
char *
coach_ctl_dup_terms (CoachTermKind       kind,
                     const char * const *ids)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;

  if (ids[0] == NULL)
    return NULL;
  for (guint i = 0; ids[i] != NULL; i++)
    g_strv_builder_add (builder, coach_term_get_name (kind, ids[i]));
  names = g_strv_builder_end (builder);
  return g_strjoinv (_(", "), names);
}

static char *
dup_set (const CoachDose *dose)
{
  switch (dose->kind)
    {
    case COACH_DOSE_HOLD:
      /* Translators: seconds. */
      return g_strdup_printf (_("hold for %u s"), dose->seconds);
    case COACH_DOSE_REPS:
      return g_strdup_printf (ngettext ("%u time", "%u times", dose->reps), dose->reps);
    case COACH_DOSE_TIME:
    default:
      /* Translators: seconds. */
      return g_strdup_printf (_("go on for %u s"), dose->seconds);
    }
}

static char *
dup_sets (const CoachDose *dose,
          gboolean         per_side)
{
  if (per_side)
    return g_strdup_printf (ngettext ("%u set each side", "%u sets each side", dose->sets),
                            dose->sets);
  return g_strdup_printf (ngettext ("%u set", "%u sets", dose->sets), dose->sets);
}

/**
 * coach_ctl_dup_dose:
 * @dose: a dose
 * @per_side: whether it is done on each side
 *
 * Puts a dose into words.
 *
 * Returns: (transfer full): one line
 */
char *
coach_ctl_dup_dose (const CoachDose *dose,
                    gboolean         per_side)
{
  guint total_s = coach_dose_get_total_seconds (dose, per_side);
  g_autofree char *set = dup_set (dose);
  g_autofree char *sets = dup_sets (dose, per_side);
  g_autofree char *rest = NULL;
  /* Translators: minutes and seconds. */
  g_autofree char *total = g_strdup_printf (_("%u:%02u in all"), total_s / 60, total_s % 60);

  if (dose->sets < 2 || dose->rest_s == 0)
    return g_strjoin (" · ", set, sets, total, NULL);
  /* Translators: seconds. */
  rest = g_strdup_printf (_("%u s of rest"), dose->rest_s);
  return g_strjoin (" · ", set, sets, rest, total, NULL);
}

/**
 * coach_ctl_add_dose:
 * @ctl: the program
 * @dose: a dose
 *
 * Adds the member `dose`, as it stands in the catalogue's files.
 */
void
coach_ctl_add_dose (CoachCtl        *ctl,
                    const CoachDose *dose)
{
  json_builder_set_member_name (ctl->json, "dose");
  json_builder_begin_object (ctl->json);
  coach_ctl_add_string (ctl->json, "kind", coach_dose_kind_get_id (dose->kind));
  coach_ctl_add_int (ctl->json, "seconds", dose->seconds);
  if (dose->reps > 0)
    coach_ctl_add_int (ctl->json, "reps", dose->reps);
  else
    coach_ctl_add_string (ctl->json, "reps", NULL);
  coach_ctl_add_int (ctl->json, "sets", dose->sets);
  coach_ctl_add_int (ctl->json, "restSeconds", dose->rest_s);
  json_builder_end_object (ctl->json);
}

static void
show_move (CoachCtl  *ctl,
           CoachMove *move)
{
  if (COACH_IS_MOVEMENT (move))
    coach_ctl_show_movement (ctl, COACH_MOVEMENT (move));
  else
    coach_ctl_show_avoid_entry (ctl, COACH_AVOID_ENTRY (move));
}

/**
 * coach_ctl_show:
 * @ctl: the program; its operand is an id
 *
 * Shows all that is known of a thing. A trait may have the id of a move: words show both, JSON
 * the move, since it is one object.
 *
 * Returns: fine
 * Throws: %COACH_CTL_ERROR_UNKNOWN
 */
CoachCtlStatus
coach_ctl_show (CoachCtl  *ctl,
                GError   **error)
{
  const char *id = ctl->operands[0];
  CoachMove *move = coach_catalog_lookup_move (ctl->catalog, id);
  CoachRoutine *routine = coach_catalog_lookup_routine (ctl->catalog, id);
  CoachCondition *condition = coach_catalog_lookup_condition (ctl->catalog, id);
  CoachTrait *trait = coach_catalog_lookup_trait (ctl->catalog, id);

  if (move != NULL)
    show_move (ctl, move);
  else if (routine != NULL)
    coach_ctl_show_routine (ctl, routine);
  else if (condition != NULL)
    coach_ctl_show_condition (ctl, condition);
  else if (trait == NULL)
    {
      coach_ctl_set_unknown (ctl->catalog, id, error);
      return COACH_CTL_FAILED;
    }
  if (trait != NULL && (ctl->json == NULL || move == NULL))
    coach_ctl_show_trait (ctl, trait);
  return COACH_CTL_FINE;
}
