#define G_LOG_DOMAIN "coach-safety"

#include "config.h"

#include "coach-left-out.h"

/* What a person had better leave out, for the screen and for paper. */

static void
collect_benched (GPtrArray    *list,
                 CoachCatalog *catalog,
                 CoachProfile *profile,
                 const GDate  *today)
{
  for (guint i = 0; i < coach_profile_get_n_benches (profile); i++)
    {
      const char *id = coach_profile_get_bench (profile, i)->move;
      CoachMove *move = coach_catalog_lookup_move (catalog, id);

      if (move != NULL && coach_safety_find_bench (profile, move, today) != NULL)
        g_ptr_array_add (list, g_object_ref (move));
    }
}

static void
collect (GPtrArray    *list,
         GListModel   *moves,
         CoachCatalog *catalog,
         CoachProfile *profile,
         gboolean      common)
{
  for (guint i = 0; i < g_list_model_get_n_items (moves); i++)
    {
      g_autoptr (CoachMove) move = g_list_model_get_item (moves, i);
      gboolean is_common = COACH_IS_AVOID_ENTRY (move)
                           && coach_avoid_entry_is_common (COACH_AVOID_ENTRY (move));

      if (is_common == common && !g_ptr_array_find (list, move, NULL)
          && coach_safety_get_level (catalog, profile, move) == COACH_VERDICT_AVOID)
        g_ptr_array_add (list, g_object_ref (move));
    }
}

/**
 * coach_safety_find_bench:
 * @profile: a person
 * @move: a move
 * @today: the local day
 *
 * Finds the bench that keeps a move out now.
 *
 * Returns: (transfer none) (nullable): a bench; %NULL when none does
 */
const CoachBench *
coach_safety_find_bench (CoachProfile *profile,
                         CoachMove    *move,
                         const GDate  *today)
{
  const CoachBench *bench;

  g_return_val_if_fail (COACH_IS_PROFILE (profile) && COACH_IS_MOVE (move), NULL);
  g_return_val_if_fail (today != NULL && g_date_valid (today), NULL);

  bench = coach_profile_lookup_bench (profile, coach_move_get_id (move));
  return bench != NULL && coach_bench_is_active (bench, today) ? bench : NULL;
}

/**
 * coach_safety_list_left_out:
 * @catalog: the catalogue
 * @profile: a person
 * @today: the local day
 *
 * Lists what the person had better leave out now: first what hurt not long ago, then what many
 * people do, then the movements of the catalogue, then all else.
 *
 * Returns: (transfer full) (element-type CoachMove): moves, each once
 */
GPtrArray *
coach_safety_list_left_out (CoachCatalog *catalog,
                            CoachProfile *profile,
                            const GDate  *today)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (COACH_IS_CATALOG (catalog) && COACH_IS_PROFILE (profile), list);
  g_return_val_if_fail (today != NULL && g_date_valid (today), list);

  collect_benched (list, catalog, profile, today);
  collect (list, coach_catalog_get_avoid_entries (catalog), catalog, profile, TRUE);
  collect (list, coach_catalog_get_movements (catalog), catalog, profile, FALSE);
  collect (list, coach_catalog_get_avoid_entries (catalog), catalog, profile, FALSE);
  return list;
}
