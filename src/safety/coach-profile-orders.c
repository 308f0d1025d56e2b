#define G_LOG_DOMAIN "coach-safety"

#include "config.h"

#include "coach-profile.h"
#include "coach-profile-private.h"

#include <string.h>

/* What was said of moves and traits, and the moves that are left out for a while. */

static void
bench_free (gpointer data)
{
  CoachBench *bench = data;

  g_free (bench->move);
  g_free (bench);
}

static CoachOrder
get_order (GHashTable *orders,
           const char *id)
{
  return (CoachOrder) GPOINTER_TO_UINT (g_hash_table_lookup (orders, id));
}

static void
set_order (CoachProfile *self,
           GHashTable   *orders,
           const char   *id,
           CoachOrder    order)
{
  if (get_order (orders, id) == order)
    return;
  if (order == COACH_ORDER_NONE)
    g_hash_table_remove (orders, id);
  else
    g_hash_table_replace (orders, g_strdup (id), GUINT_TO_POINTER (order));
  coach_profile_emit_changed (self);
}

static char **
dup_sorted_keys (GHashTable *orders)
{
  g_autoptr (GList) ids = g_list_sort (g_hash_table_get_keys (orders), (GCompareFunc) strcmp);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (GList *link = ids; link != NULL; link = link->next)
    g_strv_builder_add (builder, link->data);
  return g_strv_builder_end (builder);
}

static gboolean
find_bench (CoachProfile *self,
            const char   *move,
            guint        *index)
{
  for (*index = 0; *index < self->benches->len; (*index)++)
    {
      const CoachBench *bench = g_ptr_array_index (self->benches, *index);

      if (g_str_equal (bench->move, move))
        return TRUE;
    }
  return FALSE;
}

/* No end is later than any. */
static int
compare_ends (const GDate *a,
              const GDate *b)
{
  if (!g_date_valid (a) || !g_date_valid (b))
    return g_date_valid (b) - g_date_valid (a);
  return g_date_compare (a, b);
}

/* Where one move hurt twice, it is left out until the later end; a bench that was over is gone. */
static gboolean
prolong (CoachBench  *bench,
         const GDate *since,
         const GDate *until)
{
  gboolean was_over = g_date_valid (&bench->until) && g_date_compare (&bench->until, since) < 0;
  GDate first = was_over ? *since : bench->since;
  GDate last = !was_over && compare_ends (&bench->until, until) >= 0 ? bench->until : *until;

  if (g_date_compare (since, &first) < 0)
    first = *since;
  if (g_date_compare (&first, &bench->since) == 0 && compare_ends (&last, &bench->until) == 0)
    return FALSE;
  bench->since = first;
  bench->until = last;
  return TRUE;
}

void
coach_profile_init_orders (CoachProfile *self)
{
  self->move_orders = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->trait_orders = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->benches = g_ptr_array_new_with_free_func (bench_free);
}

void
coach_profile_clear_orders (CoachProfile *self)
{
  g_hash_table_unref (self->move_orders);
  g_hash_table_unref (self->trait_orders);
  g_ptr_array_unref (self->benches);
}

/**
 * coach_profile_get_move_order:
 * @self: a profile
 * @move: the id of a move
 *
 * Gets what was said of a move.
 *
 * Returns: an order
 */
CoachOrder
coach_profile_get_move_order (CoachProfile *self,
                              const char   *move)
{
  g_return_val_if_fail (COACH_IS_PROFILE (self), COACH_ORDER_NONE);
  g_return_val_if_fail (move != NULL, COACH_ORDER_NONE);

  return get_order (self->move_orders, move);
}

/**
 * coach_profile_set_move_order:
 * @self: a profile
 * @move: the id of a move; one that no move has is kept for a newer version
 * @order: what was said of it
 *
 * Says what the person or a clinician wants of a move.
 */
void
coach_profile_set_move_order (CoachProfile *self,
                              const char   *move,
                              CoachOrder    order)
{
  g_return_if_fail (COACH_IS_PROFILE (self));
  g_return_if_fail (move != NULL);

  set_order (self, self->move_orders, move, order);
}

/**
 * coach_profile_dup_ordered_moves:
 * @self: a profile
 *
 * Lists the moves of which something was said.
 *
 * Returns: (transfer full) (array zero-terminated=1): ids, sorted
 */
char **
coach_profile_dup_ordered_moves (CoachProfile *self)
{
  g_return_val_if_fail (COACH_IS_PROFILE (self), NULL);

  return dup_sorted_keys (self->move_orders);
}

/**
 * coach_profile_get_trait_order:
 * @self: a profile
 * @trait: the id of a trait
 *
 * Gets what was said of a trait.
 *
 * Returns: an order
 */
CoachOrder
coach_profile_get_trait_order (CoachProfile *self,
                               const char   *trait)
{
  g_return_val_if_fail (COACH_IS_PROFILE (self), COACH_ORDER_NONE);
  g_return_val_if_fail (trait != NULL, COACH_ORDER_NONE);

  return get_order (self->trait_orders, trait);
}

/**
 * coach_profile_set_trait_order:
 * @self: a profile
 * @trait: the id of a trait; one that no trait has is kept for a newer version
 * @order: what was said of it
 *
 * Says what the person or a clinician wants of all moves with a trait.
 */
void
coach_profile_set_trait_order (CoachProfile *self,
                               const char   *trait,
                               CoachOrder    order)
{
  g_return_if_fail (COACH_IS_PROFILE (self));
  g_return_if_fail (trait != NULL);

  set_order (self, self->trait_orders, trait, order);
}

/**
 * coach_profile_dup_ordered_traits:
 * @self: a profile
 *
 * Lists the traits of which something was said.
 *
 * Returns: (transfer full) (array zero-terminated=1): ids, sorted
 */
char **
coach_profile_dup_ordered_traits (CoachProfile *self)
{
  g_return_val_if_fail (COACH_IS_PROFILE (self), NULL);

  return dup_sorted_keys (self->trait_orders);
}

/**
 * coach_profile_get_n_benches:
 * @self: a profile
 *
 * Counts the moves that are or were left out for a while; those whose end has passed are kept
 * until they are taken away or left out anew.
 *
 * Returns: how many
 */
guint
coach_profile_get_n_benches (CoachProfile *self)
{
  g_return_val_if_fail (COACH_IS_PROFILE (self), 0);

  return self->benches->len;
}

/**
 * coach_profile_get_bench:
 * @self: a profile
 * @index: less than [method@Profile.get_n_benches]
 *
 * Gets a move that is left out, in the order in which they came.
 *
 * Returns: (transfer none): a bench, valid until the next change
 */
const CoachBench *
coach_profile_get_bench (CoachProfile *self,
                         guint         index)
{
  g_return_val_if_fail (COACH_IS_PROFILE (self), NULL);
  g_return_val_if_fail (index < self->benches->len, NULL);

  return g_ptr_array_index (self->benches, index);
}

/**
 * coach_profile_lookup_bench:
 * @self: a profile
 * @move: the id of a move
 *
 * Looks up whether and how long a move is left out; see [func@bench_is_active].
 *
 * Returns: (transfer none) (nullable): a bench, valid until the next change
 */
const CoachBench *
coach_profile_lookup_bench (CoachProfile *self,
                            const char   *move)
{
  guint index;

  g_return_val_if_fail (COACH_IS_PROFILE (self), NULL);
  g_return_val_if_fail (move != NULL, NULL);

  return find_bench (self, move, &index) ? g_ptr_array_index (self->benches, index) : NULL;
}

/**
 * coach_profile_bench:
 * @self: a profile
 * @move: the id of a move; one that no move has is kept for a newer version
 * @since: the local day from which it is left out
 * @until: (nullable): the last day it is left out; %NULL for no end
 *
 * Leaves a move out for a while. Where it is left out already, the later end counts.
 */
void
coach_profile_bench (CoachProfile *self,
                     const char   *move,
                     const GDate  *since,
                     const GDate  *until)
{
  GDate last;
  guint index;

  g_return_if_fail (COACH_IS_PROFILE (self));
  g_return_if_fail (move != NULL);
  g_return_if_fail (since != NULL && g_date_valid (since));

  g_date_clear (&last, 1);
  if (until != NULL && g_date_valid (until))
    last = *until;
  if (!find_bench (self, move, &index))
    {
      CoachBench *bench = g_new0 (CoachBench, 1);

      bench->move = g_strdup (move);
      bench->since = *since;
      bench->until = last;
      g_ptr_array_add (self->benches, bench);
    }
  else if (!prolong (g_ptr_array_index (self->benches, index), since, &last))
    return;
  coach_profile_emit_changed (self);
}

/**
 * coach_profile_unbench:
 * @self: a profile
 * @move: the id of a move
 *
 * Takes a move in again before its time, or forgets that it was left out.
 */
void
coach_profile_unbench (CoachProfile *self,
                       const char   *move)
{
  guint index;

  g_return_if_fail (COACH_IS_PROFILE (self));
  g_return_if_fail (move != NULL);

  if (!find_bench (self, move, &index))
    return;
  g_ptr_array_remove_index (self->benches, index);
  coach_profile_emit_changed (self);
}
