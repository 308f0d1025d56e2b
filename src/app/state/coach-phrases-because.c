#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-phrases.h"

#include <glib/gi18n.h>

/* What a verdict rests on, as one sentence. */

/* Names of the catalogue begin large, as headings do. Within a sentence that would be wrong in some
 * languages, and right in others. */
static char *
fit_into_sentence (const char *name)
{
  gunichar first = g_utf8_get_char (name);
  gunichar second = first != 0 ? g_utf8_get_char (g_utf8_next_char (name)) : 0;
  g_autoptr (GString) fitted = NULL;

  /* Translators: "lower" when the name of a condition, such as "Thin bones", begins small within a
   * sentence of your language; anything else when it keeps its capital letter */
  if (!g_str_equal (C_ ("case of names within a sentence", "lower"), "lower")
      || g_unichar_isupper (second))
    return g_strdup (name);
  fitted = g_string_new (NULL);
  g_string_append_unichar (fitted, g_unichar_tolower (first));
  g_string_append (fitted, g_utf8_next_char (name));
  return g_string_free (g_steal_pointer (&fitted), FALSE);
}

static char *
describe_rule (CoachCatalog      *catalog,
               const CoachReason *reason)
{
  CoachCondition *condition = coach_catalog_lookup_condition (catalog, reason->condition);
  CoachTrait *trait = coach_catalog_lookup_trait (catalog, reason->trait);
  g_autofree char *first = fit_into_sentence (coach_condition_get_name (condition));
  g_autofree char *second = fit_into_sentence (coach_trait_get_name (trait));

  /* Translators: a condition and what a move does to the body, as in "thin bones and rounding the
   * back under load" */
  return g_strdup_printf (C_ ("reason", "%s and %s"), first, second);
}

/* @format has a place for what a move does to the body. */
static char *
describe_trait (CoachCatalog      *catalog,
                const CoachReason *reason,
                const char        *format)
{
  CoachTrait *trait = coach_catalog_lookup_trait (catalog, reason->trait);
  g_autofree char *name = fit_into_sentence (coach_trait_get_name (trait));

  return g_strdup_printf (format, name);
}

static char *
describe_reason (CoachCatalog      *catalog,
                 const CoachReason *reason)
{
  switch (reason->kind)
    {
    case COACH_REASON_RULE:
      return describe_rule (catalog, reason);
    case COACH_REASON_LIMIT:
      if (reason->trait == NULL)
        return g_strdup (C_ ("reason", "your warning-sign answers"));
      /* Translators: what a move does to the body */
      return describe_trait (catalog, reason, C_ ("reason", "your warning-sign answers and %s"));
    case COACH_REASON_DAY:
      /* Translators: what a move does to the body */
      return describe_trait (catalog, reason, C_ ("reason", "your check-ins and %s"));
    case COACH_REASON_BENCHED:
      return g_strdup (C_ ("reason", "it hurt not long ago"));
    case COACH_REASON_FORBIDDEN:
      if (reason->trait == NULL)
        return g_strdup (C_ ("reason", "a clinician’s advice against it"));
      /* Translators: what a move does to the body */
      return describe_trait (catalog, reason, C_ ("reason", "a clinician’s advice against %s"));
    case COACH_REASON_ALLOWED:
      return g_strdup (C_ ("reason", "a clinician allowed it, with care"));
    case COACH_REASON_NEVER:
      if (reason->trait == NULL)
        return g_strdup (C_ ("reason", "your own choice"));
      /* Translators: what a move does to the body */
      return describe_trait (catalog, reason, C_ ("reason", "your own choice about %s"));
    case COACH_REASON_UNKNOWN:
    default:
      return g_strdup (C_ ("reason", "something that only a newer Lowtide knows about you"));
    }
}

/* Each once: a clinician may have allowed several things. */
static GPtrArray *
list_reasons (CoachCatalog *catalog,
              CoachVerdict *verdict)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < coach_verdict_get_n_reasons (verdict); i++)
    {
      g_autofree char *reason = describe_reason (catalog, coach_verdict_get_reason (verdict, i));

      if (!g_ptr_array_find_with_equal_func (list, reason, g_str_equal, NULL))
        g_ptr_array_add (list, g_steal_pointer (&reason));
    }
  return list;
}

/**
 * coach_phrases_describe_because:
 * @catalog: the catalogue
 * @verdict: a verdict
 *
 * Says in a sentence what a verdict rests on, as in "Because: thin bones (osteoporosis) and rounding
 * the back under load."
 *
 * Returns: (transfer full): a translated sentence; empty when the move is allowed
 */
char *
coach_phrases_describe_because (CoachCatalog *catalog,
                                CoachVerdict *verdict)
{
  g_autoptr (GPtrArray) reasons = NULL;
  g_autofree char *last = NULL;
  g_autofree char *others = NULL;

  g_return_val_if_fail (COACH_IS_CATALOG (catalog), NULL);
  g_return_val_if_fail (verdict != NULL, NULL);

  reasons = list_reasons (catalog, verdict);
  if (reasons->len == 0)
    return g_strdup ("");
  if (reasons->len == 1)
    /* Translators: a reason, as in "thin bones and rounding the back under load" */
    return g_strdup_printf (_("Because: %s."), (char *) reasons->pdata[0]);
  if (reasons->len == 2)
    /* Translators: two reasons, as in "thin bones and rounding the back under load" */
    return g_strdup_printf (_("Because: %s; and %s."), (char *) reasons->pdata[0],
                            (char *) reasons->pdata[1]);
  last = g_steal_pointer (&reasons->pdata[reasons->len - 1]);
  others = g_strjoinv (C_ ("list", "; "), (char **) reasons->pdata);
  /* Translators: a list of reasons that your "; " stands between, and the last one */
  return g_strdup_printf (C_ ("many reasons", "Because: %s; and %s."), others, last);
}
