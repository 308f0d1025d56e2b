#define G_LOG_DOMAIN "coach-safety"

#include "config.h"

#include "coach-day.h"
#include "coach-day-private.h"

#include <string.h>

/* How a day comes about: everything that asks for care adds to it, and nothing takes away. */

typedef struct
{
  GPtrArray *conditions; /* (element-type utf8): unowned, as the next two */
  GPtrArray *limits;
  GPtrArray *traits;
} Sets;

static void
add_ids (GPtrArray          *set,
         const char * const *ids)
{
  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    g_ptr_array_add (set, (gpointer) ids[i]);
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

/* Takes @set. */
static char **
steal_sorted (GPtrArray *set)
{
  g_autoptr (GPtrArray) ids = set;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_ptr_array_sort (ids, compare_ids);
  for (guint i = 0; i < ids->len; i++)
    if (i == 0 || strcmp (ids->pdata[i - 1], ids->pdata[i]) != 0)
      g_strv_builder_add (builder, ids->pdata[i]);
  return g_strv_builder_end (builder);
}

static void
add_decision (CoachDay               *self,
              Sets                   *sets,
              CoachScreeningDecision *decision)
{
  if (decision == NULL)
    return;
  self->is_blocked |= coach_screening_decision_is_blocked (decision);
  add_ids (sets->limits, coach_screening_decision_get_limits (decision));
  add_ids (sets->conditions, coach_screening_decision_get_conditions (decision));
}

static void
add_trend (CoachDay     *self,
           Sets         *sets,
           CoachCatalog *catalog,
           CoachTrend    trend)
{
  const CoachTrendAdvice *advice;

  advice = coach_pain_guide_get_advice (coach_catalog_get_pain_guide (catalog), trend);
  self->is_blocked |= trend == COACH_TREND_URGENT || advice->dose <= 0;
  self->is_half_dose |= advice->dose < 1;
  self->is_easier |= advice->easier;
  add_ids (sets->conditions, (const char * const *) advice->add_conditions);
  add_ids (sets->traits, (const char * const *) advice->avoid_traits);
}

/* Pain before a session (safety.md, section 2). Without a check-in the trend alone has a say. */
static void
add_pain (CoachDay        *self,
          Sets            *sets,
          CoachCatalog    *catalog,
          const CoachPain *pain,
          CoachTrend       trend)
{
  static const CoachPain nowhere;
  const CoachTrendAdvice *spreading;

  self->colour = coach_pain_judge_before (catalog, pain != NULL ? pain : &nowhere, trend);
  if (self->colour == COACH_PAIN_GREEN)
    return;
  spreading = coach_pain_guide_get_advice (coach_catalog_get_pain_guide (catalog),
                                           COACH_TREND_SPREADING);
  self->is_easier = TRUE;
  self->is_half_dose = TRUE;
  add_ids (sets->traits, (const char * const *) spreading->avoid_traits);
}

static void
add_recovery (CoachDay            *self,
              const CoachRecovery *recovery)
{
  if (recovery == NULL)
    return;
  self->is_rest_day |= recovery->is_rest_day;
  self->is_half_dose |= recovery->is_half_dose;
  self->is_easier |= recovery->is_easier;
}

static void
add_flare (CoachDay     *self,
           Sets         *sets,
           CoachCatalog *catalog)
{
  const CoachSafetyNumbers *numbers;

  numbers = coach_safety_guide_get_numbers (coach_catalog_get_safety_guide (catalog));
  self->is_flare = TRUE;
  self->is_easier = TRUE;
  self->rest_factor = MAX (numbers->flare_rest_factor, 1);
  g_ptr_array_add (sets->conditions, (gpointer) COACH_FLARE_CONDITION);
}

/**
 * coach_day_new:
 * @facts: what is known of the day
 *
 * Works out what a day asks for. Exercises are off when the warning-sign answers say so or the trend
 * is urgent. Doses are halved, once, when the trend, today's pain or what followed earlier sessions
 * asks for it; so are gentler variants, which flare-up mode asks for too. The traits that are left
 * out are those of the trend's advice and, when today's pain is amber or red, those of a spreading
 * one. Where two rules differ, the more careful one wins.
 *
 * Returns: (transfer full): the day
 */
CoachDay *
coach_day_new (const CoachDayFacts *facts)
{
  CoachDay *self;
  Sets sets;

  g_return_val_if_fail (facts != NULL, NULL);
  g_return_val_if_fail (COACH_IS_CATALOG (facts->catalog), NULL);
  g_return_val_if_fail (facts->today != NULL && g_date_valid (facts->today), NULL);

  self = g_new0 (CoachDay, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->date = *facts->today;
  self->rest_factor = 1;
  sets = (Sets) { g_ptr_array_new (), g_ptr_array_new (), g_ptr_array_new () };
  add_decision (self, &sets, facts->decision);
  add_trend (self, &sets, facts->catalog, facts->trend);
  add_pain (self, &sets, facts->catalog, facts->pain, facts->trend);
  add_recovery (self, facts->recovery);
  if (facts->is_flare)
    add_flare (self, &sets, facts->catalog);
  self->conditions = steal_sorted (sets.conditions);
  self->limits = steal_sorted (sets.limits);
  self->traits = steal_sorted (sets.traits);
  return self;
}
