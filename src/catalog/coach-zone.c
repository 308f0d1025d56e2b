#define G_LOG_DOMAIN "coach-catalog"

#include "config.h"

#include "coach-zone.h"

static const struct
{
  const char *id;
  CoachSide   side;
  guint       rank;
} zones[COACH_N_ZONES] = {
  [COACH_ZONE_LOW_BACK]      = { "low-back", COACH_SIDE_NONE, COACH_RANK_BACK },
  [COACH_ZONE_BUTTOCK_LEFT]  = { "buttock-left", COACH_SIDE_LEFT, COACH_RANK_BUTTOCK },
  [COACH_ZONE_THIGH_LEFT]    = { "thigh-left", COACH_SIDE_LEFT, COACH_RANK_THIGH },
  [COACH_ZONE_CALF_LEFT]     = { "calf-left", COACH_SIDE_LEFT, COACH_RANK_CALF },
  [COACH_ZONE_FOOT_LEFT]     = { "foot-left", COACH_SIDE_LEFT, COACH_RANK_FOOT },
  [COACH_ZONE_BUTTOCK_RIGHT] = { "buttock-right", COACH_SIDE_RIGHT, COACH_RANK_BUTTOCK },
  [COACH_ZONE_THIGH_RIGHT]   = { "thigh-right", COACH_SIDE_RIGHT, COACH_RANK_THIGH },
  [COACH_ZONE_CALF_RIGHT]    = { "calf-right", COACH_SIDE_RIGHT, COACH_RANK_CALF },
  [COACH_ZONE_FOOT_RIGHT]    = { "foot-right", COACH_SIDE_RIGHT, COACH_RANK_FOOT },
};

/* By bit. */
static const char * const flag_ids[COACH_N_PAIN_FLAGS] = { "numbness", "weakness", "burning" };

static const char * const trend_ids[COACH_N_TRENDS] = {
  [COACH_TREND_RESOLVED]        = "resolved",
  [COACH_TREND_NOT_ENOUGH_DATA] = "not-enough-data",
  [COACH_TREND_RETREATING]      = "retreating",
  [COACH_TREND_STEADY]          = "steady",
  [COACH_TREND_FLARE]           = "flare",
  [COACH_TREND_SPREADING]       = "spreading",
  [COACH_TREND_URGENT]          = "urgent",
};

/**
 * coach_zone_get_id:
 * @zone: a zone
 *
 * Gets the word that files use.
 *
 * Returns: (transfer none): an id
 */
const char *
coach_zone_get_id (CoachZone zone)
{
  g_return_val_if_fail ((guint) zone < COACH_N_ZONES, NULL);

  return zones[zone].id;
}

/**
 * coach_zone_from_id:
 * @id: any text
 * @zone: (out): the zone with this id, if there is one
 *
 * Looks a zone up by the word that files use.
 *
 * Returns: whether there is one
 */
gboolean
coach_zone_from_id (const char *id,
                    CoachZone  *zone)
{
  g_return_val_if_fail (id != NULL && zone != NULL, FALSE);

  for (guint i = 0; i < COACH_N_ZONES; i++)
    if (g_str_equal (zones[i].id, id))
      {
        *zone = (CoachZone) i;
        return TRUE;
      }
  return FALSE;
}

/**
 * coach_zone_at:
 * @side: left or right; of no effect for the low back
 * @rank: 1 to 5
 *
 * Gets the zone of a side that is so far down.
 *
 * Returns: a zone
 */
CoachZone
coach_zone_at (CoachSide side,
               guint     rank)
{
  g_return_val_if_fail (rank >= COACH_RANK_BACK && rank <= COACH_RANK_FOOT, COACH_ZONE_LOW_BACK);
  g_return_val_if_fail (rank == COACH_RANK_BACK || side != COACH_SIDE_NONE, COACH_ZONE_LOW_BACK);

  for (guint i = 0; i < COACH_N_ZONES; i++)
    if (zones[i].rank == rank && (rank == COACH_RANK_BACK || zones[i].side == side))
      return (CoachZone) i;
  return COACH_ZONE_LOW_BACK;
}

/**
 * coach_zone_get_side:
 * @zone: a zone
 *
 * Gets the side that a zone is on.
 *
 * Returns: left or right; none for the low back, which belongs to both
 */
CoachSide
coach_zone_get_side (CoachZone zone)
{
  g_return_val_if_fail ((guint) zone < COACH_N_ZONES, COACH_SIDE_NONE);

  return zones[zone].side;
}

/**
 * coach_zone_get_rank:
 * @zone: a zone
 *
 * Gets how far down a zone is.
 *
 * Returns: 1 for the low back to 5 for the foot
 */
guint
coach_zone_get_rank (CoachZone zone)
{
  g_return_val_if_fail ((guint) zone < COACH_N_ZONES, COACH_RANK_BACK);

  return zones[zone].rank;
}

/**
 * coach_pain_flag_get_id:
 * @flag: one flag
 *
 * Gets the word that files use.
 *
 * Returns: (transfer none): an id
 */
const char *
coach_pain_flag_get_id (CoachPainFlags flag)
{
  for (guint i = 0; i < COACH_N_PAIN_FLAGS; i++)
    if (flag == (CoachPainFlags) (1 << i))
      return flag_ids[i];
  g_return_val_if_reached (NULL);
}

/**
 * coach_pain_flag_from_id:
 * @id: any text
 * @flag: (out): the flag with this id, if there is one
 *
 * Looks a flag up by the word that files use.
 *
 * Returns: whether there is one
 */
gboolean
coach_pain_flag_from_id (const char     *id,
                         CoachPainFlags *flag)
{
  g_return_val_if_fail (id != NULL && flag != NULL, FALSE);

  for (guint i = 0; i < COACH_N_PAIN_FLAGS; i++)
    if (g_str_equal (flag_ids[i], id))
      {
        *flag = (CoachPainFlags) (1 << i);
        return TRUE;
      }
  return FALSE;
}

/**
 * coach_trend_get_id:
 * @trend: a trend
 *
 * Gets the word that files use.
 *
 * Returns: (transfer none): an id
 */
const char *
coach_trend_get_id (CoachTrend trend)
{
  g_return_val_if_fail ((guint) trend < COACH_N_TRENDS, NULL);

  return trend_ids[trend];
}

/**
 * coach_trend_from_id:
 * @id: any text
 * @trend: (out): the trend with this id, if there is one
 *
 * Looks a trend up by the word that files use.
 *
 * Returns: whether there is one
 */
gboolean
coach_trend_from_id (const char *id,
                     CoachTrend *trend)
{
  g_return_val_if_fail (id != NULL && trend != NULL, FALSE);

  for (guint i = 0; i < COACH_N_TRENDS; i++)
    if (g_str_equal (trend_ids[i], id))
      {
        *trend = (CoachTrend) i;
        return TRUE;
      }
  return FALSE;
}
