#define G_LOG_DOMAIN "coach-safety"

#include "config.h"

#include "coach-judgement-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "coach-profile-private.h"
#include "coach-reason-private.h"

/* A worse finding drops the reasons of milder ones. Returns whether reasons of @level are kept. */
static gboolean
reach (CoachJudgement    *self,
       CoachVerdictLevel  level)
{
  if (level > self->level)
    {
      self->level = level;
      if (self->reasons != NULL)
        g_array_set_size (self->reasons, 0);
    }
  return self->reasons != NULL && level == self->level;
}

/* Takes @text. */
static void
add_reason (CoachJudgement  *self,
            CoachReasonKind  kind,
            const char      *condition,
            const char      *trait,
            char            *text)
{
  CoachReason reason = { kind, self->level, condition, trait, text };

  g_array_append_val (self->reasons, reason);
}

static void
add_order (CoachJudgement  *self,
           CoachReasonKind  kind,
           const char      *trait)
{
  for (guint i = 0; i < self->reasons->len; i++)
    {
      const CoachReason *reason = &g_array_index (self->reasons, CoachReason, i);

      if (reason->kind == kind && g_strcmp0 (reason->trait, trait) == 0)
        return;
    }
  add_reason (self, kind, NULL, trait,
              coach_reason_describe_order (
                  kind, trait != NULL ? coach_catalog_lookup_trait (self->catalog, trait) : NULL));
}

/* @trait is NULL for an order of the move itself. */
static void
judge_order (CoachJudgement *self,
             CoachOrder      order,
             const char     *trait)
{
  switch (order)
    {
    case COACH_ORDER_NEVER:
      if (reach (self, COACH_VERDICT_AVOID))
        add_order (self, COACH_REASON_NEVER, trait);
      break;
    case COACH_ORDER_FORBIDDEN:
      if (reach (self, COACH_VERDICT_AVOID))
        add_order (self, COACH_REASON_FORBIDDEN, trait);
      break;
    case COACH_ORDER_NONE:
    case COACH_ORDER_ALLOWED:
    default:
      break;
    }
}

static void
judge_bench (CoachJudgement *self)
{
  const CoachBench *bench = coach_profile_lookup_bench (self->profile,
                                                        coach_move_get_id (self->move));
  CoachDay *day = coach_profile_get_day (self->profile);

  if (bench == NULL
      || !coach_bench_is_active (bench, day != NULL ? coach_day_get_date (day) : NULL))
    return;
  if (reach (self, COACH_VERDICT_AVOID))
    add_reason (self, COACH_REASON_BENCHED, NULL, NULL, coach_reason_describe_bench (bench));
}

static void
judge_day (CoachJudgement *self,
           const char     *trait)
{
  CoachDay *day = coach_profile_get_day (self->profile);

  if (day == NULL || !g_strv_contains (coach_day_get_traits (day), trait))
    return;
  if (reach (self, COACH_VERDICT_AVOID))
    add_reason (self, COACH_REASON_DAY, NULL, trait,
                coach_reason_describe_day (coach_catalog_lookup_trait (self->catalog, trait)));
}

/* Whether a clinician allowed the move, or everything with the trait; @allowed says which. */
static gboolean
is_allowed (CoachJudgement  *self,
            const char      *trait,
            const char     **allowed)
{
  *allowed = NULL;
  if (coach_profile_get_move_order (self->profile, coach_move_get_id (self->move))
      == COACH_ORDER_ALLOWED)
    return TRUE;
  *allowed = trait;
  return trait != NULL
         && coach_profile_get_trait_order (self->profile, trait) == COACH_ORDER_ALLOWED;
}

/* What a rule or limit comes to. Where a clinician allowed it, avoid is no more than caution, and
 * that they did is a reason too. Returns whether reasons of that level are kept. */
static gboolean
reach_unless_allowed (CoachJudgement    *self,
                      CoachVerdictLevel  level,
                      const char        *trait)
{
  const char *allowed;

  if (level < COACH_VERDICT_AVOID || !is_allowed (self, trait, &allowed))
    return reach (self, level);
  if (!reach (self, COACH_VERDICT_CAUTION))
    return FALSE;
  add_order (self, COACH_REASON_ALLOWED, allowed);
  return TRUE;
}

static void
judge_rule (CoachJudgement *self,
            const char     *condition,
            const char     *trait)
{
  const CoachRule *rule = coach_catalog_lookup_rule (self->catalog, condition, trait);

  if (rule != NULL && reach_unless_allowed (self, rule->level, trait))
    add_reason (self, COACH_REASON_RULE, rule->condition, rule->trait, g_strdup (rule->reason));
}

static void
judge_trait (CoachJudgement *self,
             const char     *trait)
{
  const char * const *conditions = coach_profile_get_all_conditions (self->profile);

  judge_order (self, coach_profile_get_trait_order (self->profile, trait), trait);
  judge_day (self, trait);
  judge_rule (self, COACH_BASE_CONDITION, trait);
  for (guint i = 0; conditions[i] != NULL; i++)
    judge_rule (self, conditions[i], trait);
}

static void
judge_limit_trait (CoachJudgement   *self,
                   const CoachLimit *limit,
                   const char       *trait)
{
  CoachVerdictLevel level = COACH_VERDICT_ALLOW;

  if (g_strv_contains ((const char * const *) limit->avoid_traits, trait))
    level = COACH_VERDICT_AVOID;
  else if (g_strv_contains ((const char * const *) limit->caution_traits, trait))
    level = COACH_VERDICT_CAUTION;
  if (level != COACH_VERDICT_ALLOW && reach_unless_allowed (self, level, trait))
    add_reason (self, COACH_REASON_LIMIT, NULL, trait, coach_reason_describe_limit (limit));
}

static void
judge_limit (CoachJudgement   *self,
             const CoachLimit *limit)
{
  const char * const *traits = coach_move_get_traits (self->move);

  for (guint i = 0; traits[i] != NULL; i++)
    judge_limit_trait (self, limit, traits[i]);
  if (limit->max_level > 0 && COACH_IS_MOVEMENT (self->move)
      && coach_movement_get_level (COACH_MOVEMENT (self->move)) > limit->max_level
      && reach_unless_allowed (self, COACH_VERDICT_AVOID, NULL))
    add_reason (self, COACH_REASON_LIMIT, NULL, NULL, coach_reason_describe_limit (limit));
}

static void
judge_limits (CoachJudgement *self)
{
  CoachScreening *screening = coach_catalog_get_screening (self->catalog);
  CoachDay *day = coach_profile_get_day (self->profile);
  const char * const *limits = day != NULL ? coach_day_get_limits (day) : NULL;

  for (guint i = 0; limits != NULL && limits[i] != NULL; i++)
    {
      const CoachLimit *limit = coach_screening_lookup_limit (screening, limits[i]);

      if (limit != NULL)
        judge_limit (self, limit);
    }
}

/* Whether a newer version noted something that no rule here can speak of. */
static gboolean
knows_too_little (CoachJudgement *self)
{
  const char * const *conditions = coach_profile_get_all_conditions (self->profile);
  GHashTableIter iter;
  gpointer trait, order;

  for (guint i = 0; conditions[i] != NULL; i++)
    if (coach_catalog_lookup_condition (self->catalog, conditions[i]) == NULL)
      return TRUE;
  g_hash_table_iter_init (&iter, self->profile->trait_orders);
  while (g_hash_table_iter_next (&iter, &trait, &order))
    if ((CoachOrder) GPOINTER_TO_UINT (order) != COACH_ORDER_ALLOWED
        && coach_catalog_lookup_trait (self->catalog, trait) == NULL)
      return TRUE;
  return FALSE;
}

/* Orders of the person first, then what is for now, then the rules. */
static guint
get_rank (CoachReasonKind kind)
{
  static const CoachReasonKind ranks[] = {
    COACH_REASON_NEVER, COACH_REASON_FORBIDDEN, COACH_REASON_ALLOWED, COACH_REASON_BENCHED,
    COACH_REASON_DAY,   COACH_REASON_LIMIT,     COACH_REASON_RULE,    COACH_REASON_UNKNOWN,
  };
  guint rank = 0;

  while (ranks[rank] != kind)
    rank++;
  return rank;
}

static int
compare_reasons (gconstpointer a,
                 gconstpointer b)
{
  const CoachReason *first = a;
  const CoachReason *second = b;
  guint first_rank = get_rank (first->kind);
  guint second_rank = get_rank (second->kind);

  if (first_rank != second_rank)
    return first_rank < second_rank ? -1 : 1;
  return g_strcmp0 (first->trait, second->trait);
}

/* Judges the move. The level must be allow before, and there must be no reasons. */
void
coach_judgement_run (CoachJudgement *self)
{
  const char * const *traits = coach_move_get_traits (self->move);

  judge_order (self, coach_profile_get_move_order (self->profile, coach_move_get_id (self->move)),
               NULL);
  judge_bench (self);
  for (guint i = 0; traits[i] != NULL; i++)
    judge_trait (self, traits[i]);
  judge_limits (self);
  if (knows_too_little (self) && reach (self, COACH_VERDICT_CAUTION))
    add_reason (self, COACH_REASON_UNKNOWN, NULL, NULL,
                g_strdup (_("A newer version of Lowtide noted something about you that this one "
                            "does not know. Take care with every move.")));
  if (self->reasons != NULL)
    g_array_sort (self->reasons, compare_reasons);
}
