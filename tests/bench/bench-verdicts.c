/* What one profile costs when the verdicts on the whole catalogue are asked for. */
#include <glib.h>

#include "safety.h"

#define LIMIT_MS 1.0
#define PASSES   25
#define ROUNDS   40

typedef struct
{
  double pass_ms;
  guint  n_hits; /* rules that speak of a move's traits and the person's conditions */
} Cost;

/* Calls @func for every move of the catalogue. Returns the sum of what it returns. */
static guint
sum_over_moves (CoachCatalog *catalog,
                CoachProfile *profile,
                guint (*func) (CoachCatalog *catalog, CoachProfile *profile, CoachMove *move))
{
  GListModel *lists[] = { coach_catalog_get_movements (catalog),
                          coach_catalog_get_avoid_entries (catalog) };
  guint sum = 0;

  for (guint list = 0; list < G_N_ELEMENTS (lists); list++)
    for (guint i = 0; i < g_list_model_get_n_items (lists[list]); i++)
      {
        g_autoptr (CoachMove) move = g_list_model_get_item (lists[list], i);

        sum += func (catalog, profile, move);
      }
  return sum;
}

static guint
judge (CoachCatalog *catalog,
       CoachProfile *profile,
       CoachMove    *move)
{
  g_autoptr (CoachVerdict) verdict = coach_verdict_for_move (catalog, profile, move);

  return coach_verdict_get_n_reasons (verdict);
}

static guint
count_hits (CoachCatalog *catalog,
            CoachProfile *profile,
            CoachMove    *move)
{
  const char * const *conditions = coach_profile_get_conditions (profile);
  guint n_hits = 0;

  for (const char * const *trait = coach_move_get_traits (move); *trait != NULL; trait++)
    {
      n_hits += coach_catalog_lookup_rule (catalog, COACH_BASE_CONDITION, *trait) != NULL;
      for (guint i = 0; conditions[i] != NULL; i++)
        n_hits += coach_catalog_lookup_rule (catalog, conditions[i], *trait) != NULL;
    }
  return n_hits;
}

/* The best of many rounds: whatever else the machine does only ever adds. */
static Cost
measure (CoachCatalog *catalog,
         CoachProfile *profile)
{
  Cost cost = { G_MAXDOUBLE, sum_over_moves (catalog, profile, count_hits) };

  for (guint round = 0; round < ROUNDS; round++)
    {
      gint64 began_us = g_get_monotonic_time ();

      for (guint i = 0; i < PASSES; i++)
        sum_over_moves (catalog, profile, judge);
      cost.pass_ms = MIN (cost.pass_ms,
                          (double) (g_get_monotonic_time () - began_us) / (1000.0 * PASSES));
    }
  return cost;
}

/* The person with the first @n conditions of the catalogue. */
static CoachProfile *
make_profile (CoachCatalog *catalog,
              guint         n)
{
  GListModel *conditions = coach_catalog_get_conditions (catalog);
  CoachProfile *profile = coach_profile_new ();

  for (guint i = 0; i < MIN (n, g_list_model_get_n_items (conditions)); i++)
    {
      g_autoptr (CoachCondition) condition = g_list_model_get_item (conditions, i);

      coach_profile_set_condition (profile, coach_condition_get_id (condition), TRUE);
    }
  return profile;
}

static void
print_costs (const Cost *costs,
             guint       n)
{
  const Cost *worst = &costs[n - 1];

  g_print ("verdicts: %.3f ms, limit %.0f ms, ratio %.2f (", worst->pass_ms, LIMIT_MS,
           worst->pass_ms / LIMIT_MS);
  for (guint i = 0; i < n; i++)
    g_print ("%s%u rules hit %.0f ns each", i > 0 ? ", " : "", costs[i].n_hits,
             1e6 * costs[i].pass_ms / costs[i].n_hits);
  g_print (")\n");
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CoachCatalog) catalog = coach_catalog_load (g_getenv ("LOWTIDE_CATALOG_DIR"), &error);
  Cost costs[3]; /* with none, half and all of the conditions */
  guint n;

  if (catalog == NULL)
    {
      g_printerr ("verdicts: %s\n", error->message);
      return 1;
    }
  n = g_list_model_get_n_items (coach_catalog_get_conditions (catalog));
  for (guint i = 0; i < G_N_ELEMENTS (costs); i++)
    {
      g_autoptr (CoachProfile) profile = make_profile (catalog, n * i / 2);

      costs[i] = measure (catalog, profile);
    }
  print_costs (costs, G_N_ELEMENTS (costs));
  return 0;
}
