#define G_LOG_DOMAIN "coach-safety"

#include "config.h"

#include "coach-order.h"

/**
 * coach_order_get_id:
 * @order: an order
 *
 * Gets the word that files use.
 *
 * Returns: (transfer none): "none", "never", "forbidden" or "allowed"
 */
const char *
coach_order_get_id (CoachOrder order)
{
  switch (order)
    {
    case COACH_ORDER_NEVER:
      return "never";
    case COACH_ORDER_FORBIDDEN:
      return "forbidden";
    case COACH_ORDER_ALLOWED:
      return "allowed";
    case COACH_ORDER_NONE:
    default:
      return "none";
    }
}

/**
 * coach_order_from_id:
 * @id: (nullable): a word, as from a file
 * @order: (out): where to put the order
 *
 * Reads the word of an order.
 *
 * Returns: whether it is one; @order is left alone when it is not
 */
gboolean
coach_order_from_id (const char *id,
                     CoachOrder *order)
{
  g_return_val_if_fail (order != NULL, FALSE);

  for (CoachOrder i = COACH_ORDER_NONE; i <= COACH_ORDER_ALLOWED; i++)
    if (g_strcmp0 (id, coach_order_get_id (i)) == 0)
      {
        *order = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * coach_bench_is_active:
 * @self: a bench
 * @day: (nullable): the local day; %NULL when it is not known, and then every bench counts
 *
 * Gets whether a move is left out on a day. The last day belongs to it.
 *
 * Returns: whether it is
 */
gboolean
coach_bench_is_active (const CoachBench *self,
                       const GDate      *day)
{
  g_return_val_if_fail (self != NULL, TRUE);

  if (day == NULL)
    return TRUE;
  return g_date_compare (&self->since, day) <= 0
         && (!g_date_valid (&self->until) || g_date_compare (day, &self->until) <= 0);
}
