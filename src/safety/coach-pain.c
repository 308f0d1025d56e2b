#define G_LOG_DOMAIN "coach-safety"

#include "config.h"

#include "coach-pain.h"

/* What one score is judged by: of the leg, or of the back. */
typedef struct
{
  guint          before;
  guint          now;
  guint          worst;
  gboolean       is_further_down;
  gboolean       affects_both_legs;
  CoachPainFlags flags;
  CoachPainFlags new_flags;
  CoachTrend     trend;
} Facts;

static const CoachPain no_pain = { 0 };

static guint
get_reach_min (CoachCatalog *catalog)
{
  return coach_pain_guide_get_constants (coach_catalog_get_pain_guide (catalog))->reach_min;
}

static guint
get_highest (const CoachPain *self,
             guint            first_rank,
             guint            last_rank)
{
  guint highest = 0;

  for (guint zone = 0; zone < COACH_N_ZONES; zone++)
    {
      guint rank = coach_zone_get_rank ((CoachZone) zone);

      if (rank >= first_rank && rank <= last_rank)
        highest = MAX (highest, self->scores[zone]);
    }
  return highest;
}

static gboolean
has_risen_by (const Facts *facts,
              guint        rise_min)
{
  return facts->now >= facts->before + rise_min;
}

/* What a test does not ask for holds, and all that it asks for must. */
static gboolean
does_hold (const CoachPainTest *test,
           const Facts         *facts)
{
  return facts->worst >= test->any_min
         && facts->now >= test->now_min
         && (test->rise_min == 0 || has_risen_by (facts, test->rise_min))
         && (!test->further_down || facts->is_further_down)
         && (!test->both_legs || facts->affects_both_legs)
         && (test->flags == 0 || (facts->flags & test->flags) != 0)
         && (test->new_flags == 0 || (facts->new_flags & test->new_flags) != 0)
         && (test->trends == 0 || (test->trends & (1u << facts->trend)) != 0);
}

/* The worst colour first; what no test asks for is green. */
static CoachPainColour
find_colour (CoachCatalog    *catalog,
             CoachPainMoment  moment,
             const Facts     *facts)
{
  CoachSafetyGuide *guide = coach_catalog_get_safety_guide (catalog);

  for (int colour = COACH_PAIN_SAME_DAY; colour > COACH_PAIN_GREEN; colour--)
    {
      guint n_tests;
      const CoachPainTest *tests;

      tests = coach_safety_guide_get_tests (guide, moment, (CoachPainColour) colour, &n_tests);
      for (guint i = 0; i < n_tests; i++)
        if (does_hold (&tests[i], facts))
          return (CoachPainColour) colour;
    }
  return COACH_PAIN_GREEN;
}

static Facts
compare (CoachCatalog    *catalog,
         const CoachPain *before,
         const CoachPain *now)
{
  guint reach_min = get_reach_min (catalog);

  return (Facts) {
    .worst = coach_pain_get_worst (now),
    .is_further_down = coach_pain_is_further_down (before, now, reach_min),
    .affects_both_legs = coach_pain_affects_both_legs (now, reach_min),
    .flags = coach_pain_get_flags (now),
    .new_flags = coach_pain_get_new_flags (before, now),
    .trend = COACH_TREND_STEADY,
  };
}

static CoachPainColour
judge_leg (CoachCatalog    *catalog,
           CoachPainMoment  moment,
           const CoachPain *before,
           const CoachPain *now)
{
  Facts facts = compare (catalog, before, now);

  facts.before = coach_pain_get_leg (before);
  facts.now = coach_pain_get_leg (now);
  return find_colour (catalog, moment, &facts);
}

static CoachPainColour
judge_back (CoachCatalog    *catalog,
            CoachPainMoment  moment,
            const CoachPain *before,
            const CoachPain *now)
{
  Facts facts = compare (catalog, before, now);

  facts.before = coach_pain_get_back (before);
  facts.now = coach_pain_get_back (now);
  return find_colour (catalog, moment, &facts);
}

/* A back that starts to ache is not further down: the buttock must (pain.md, section 8). */
static gboolean
reaches_further (const CoachPain *before,
                 const CoachPain *now,
                 CoachSide        side,
                 guint            reach_min)
{
  guint reach = coach_pain_get_reach (now, side, reach_min);

  return reach >= COACH_RANK_BUTTOCK && reach > coach_pain_get_reach (before, side, reach_min);
}

static gboolean
has_leg_sign (const CoachPain *self,
              CoachSide        side,
              guint            reach_min)
{
  CoachPainFlags flags = side == COACH_SIDE_LEFT ? self->left : self->right;

  return coach_pain_get_reach (self, side, reach_min) >= COACH_RANK_THIGH
         || (flags & (COACH_PAIN_NUMBNESS | COACH_PAIN_WEAKNESS)) != 0;
}

/**
 * coach_pain_get_worst:
 * @self: where it hurts
 *
 * Gets the highest of all scores.
 *
 * Returns: 0 to %COACH_PAIN_WORST
 */
guint
coach_pain_get_worst (const CoachPain *self)
{
  g_return_val_if_fail (self != NULL, COACH_PAIN_WORST);

  return get_highest (self, COACH_RANK_BACK, COACH_RANK_FOOT);
}

/**
 * coach_pain_get_leg:
 * @self: where it hurts
 *
 * Gets the highest score of thigh, calf and foot, on both sides.
 *
 * Returns: 0 to %COACH_PAIN_WORST
 */
guint
coach_pain_get_leg (const CoachPain *self)
{
  g_return_val_if_fail (self != NULL, COACH_PAIN_WORST);

  return get_highest (self, COACH_RANK_THIGH, COACH_RANK_FOOT);
}

/**
 * coach_pain_get_back:
 * @self: where it hurts
 *
 * Gets the highest score of the low back and both buttocks.
 *
 * Returns: 0 to %COACH_PAIN_WORST
 */
guint
coach_pain_get_back (const CoachPain *self)
{
  g_return_val_if_fail (self != NULL, COACH_PAIN_WORST);

  return get_highest (self, COACH_RANK_BACK, COACH_RANK_BUTTOCK);
}

/**
 * coach_pain_get_reach:
 * @self: where it hurts
 * @side: a side, to which the low back belongs; %COACH_SIDE_NONE for both
 * @reach_min: a zone counts from this score on, see [struct@TrendConstants]
 *
 * Gets how far down the pain reaches.
 *
 * Returns: the highest rank of a zone that counts, 1 to 5; 0 when none does
 */
guint
coach_pain_get_reach (const CoachPain *self,
                      CoachSide        side,
                      guint            reach_min)
{
  guint reach = 0;

  g_return_val_if_fail (self != NULL, COACH_RANK_FOOT);

  for (guint i = 0; i < COACH_N_ZONES; i++)
    {
      CoachZone zone = (CoachZone) i;
      CoachSide belongs_to = coach_zone_get_side (zone);

      if (self->scores[zone] >= reach_min
          && (side == COACH_SIDE_NONE || belongs_to == COACH_SIDE_NONE || belongs_to == side))
        reach = MAX (reach, coach_zone_get_rank (zone));
    }
  return reach;
}

/**
 * coach_pain_get_flags:
 * @self: where it hurts
 *
 * Gets what either leg feels besides pain.
 *
 * Returns: the flags of both sides together
 */
CoachPainFlags
coach_pain_get_flags (const CoachPain *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->left | self->right;
}

/**
 * coach_pain_get_new_flags:
 * @before: (nullable): what was felt before; %NULL for nothing
 * @now: what is felt now
 *
 * Gets what a leg feels now that the same leg did not feel before.
 *
 * Returns: the flags of both sides together
 */
CoachPainFlags
coach_pain_get_new_flags (const CoachPain *before,
                          const CoachPain *now)
{
  g_return_val_if_fail (now != NULL, 0);

  if (before == NULL)
    before = &no_pain;
  return (now->left & ~before->left) | (now->right & ~before->right);
}

/**
 * coach_pain_is_further_down:
 * @before: (nullable): where it hurt before; %NULL for nowhere
 * @now: where it hurts now
 * @reach_min: a zone counts from this score on, see [struct@TrendConstants]
 *
 * Tells whether pain reaches a zone of a higher rank than before, on either side, and the
 * buttock at least.
 *
 * Returns: whether it does
 */
gboolean
coach_pain_is_further_down (const CoachPain *before,
                            const CoachPain *now,
                            guint            reach_min)
{
  g_return_val_if_fail (now != NULL, TRUE);

  if (before == NULL)
    before = &no_pain;
  return reaches_further (before, now, COACH_SIDE_LEFT, reach_min)
         || reaches_further (before, now, COACH_SIDE_RIGHT, reach_min);
}

/**
 * coach_pain_affects_both_legs:
 * @self: where it hurts
 * @reach_min: a zone counts from this score on, see [struct@TrendConstants]
 *
 * Tells whether each leg has pain from the thigh down, numbness or weakness.
 *
 * Returns: whether both have
 */
gboolean
coach_pain_affects_both_legs (const CoachPain *self,
                              guint            reach_min)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return has_leg_sign (self, COACH_SIDE_LEFT, reach_min)
         && has_leg_sign (self, COACH_SIDE_RIGHT, reach_min);
}

/**
 * coach_pain_judge_before:
 * @catalog: a catalogue, whose guide has the limits
 * @now: where it hurts
 * @trend: what the check-ins come to
 *
 * Finds the colour before a session. That exercises may be blocked besides is not its business.
 *
 * Returns: green, amber or red
 */
CoachPainColour
coach_pain_judge_before (CoachCatalog    *catalog,
                         const CoachPain *now,
                         CoachTrend       trend)
{
  Facts facts;

  g_return_val_if_fail (COACH_IS_CATALOG (catalog), COACH_PAIN_RED);
  g_return_val_if_fail (now != NULL, COACH_PAIN_RED);

  facts = compare (catalog, &no_pain, now);
  facts.now = facts.worst;
  facts.trend = trend;
  return find_colour (catalog, COACH_PAIN_BEFORE, &facts);
}

/**
 * coach_pain_judge_during:
 * @catalog: a catalogue, whose guide has the limits
 * @before: (nullable): where it hurt at the start of the session; %NULL for nowhere, which is the
 *   careful reading
 * @now: where it hurts now
 *
 * Finds the colour during a session: the worse one of leg and back.
 *
 * Returns: green, amber or red
 */
CoachPainColour
coach_pain_judge_during (CoachCatalog    *catalog,
                         const CoachPain *before,
                         const CoachPain *now)
{
  g_return_val_if_fail (COACH_IS_CATALOG (catalog), COACH_PAIN_RED);
  g_return_val_if_fail (now != NULL, COACH_PAIN_RED);

  if (before == NULL)
    before = &no_pain;
  return MAX (judge_leg (catalog, COACH_PAIN_DURING_LEG, before, now),
              judge_back (catalog, COACH_PAIN_DURING_BACK, before, now));
}

/**
 * coach_pain_judge_after:
 * @catalog: a catalogue, whose guide has the limits
 * @moment: an hour after, or the next morning
 * @before: (nullable): what it is compared with; %NULL for no pain, which is the careful reading
 * @now: where it hurts now
 *
 * Finds the colour after a session: the worse one of leg and back.
 *
 * Returns: green, amber or red; same-day in the next morning alone
 */
CoachPainColour
coach_pain_judge_after (CoachCatalog    *catalog,
                        CoachPainMoment  moment,
                        const CoachPain *before,
                        const CoachPain *now)
{
  g_return_val_if_fail (COACH_IS_CATALOG (catalog), COACH_PAIN_RED);
  g_return_val_if_fail (moment == COACH_PAIN_HOUR_AFTER || moment == COACH_PAIN_NEXT_MORNING,
                        COACH_PAIN_RED);
  g_return_val_if_fail (now != NULL, COACH_PAIN_RED);

  if (before == NULL)
    before = &no_pain;
  return MAX (judge_leg (catalog, moment, before, now), judge_back (catalog, moment, before, now));
}
