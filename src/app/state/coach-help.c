#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-help.h"

/* Whom to call: the person's own numbers, else those of their region. */

/**
 * coach_help_dup_region:
 * @settings: the settings
 *
 * Gets the region whose numbers count: the one that was chosen, else that of the formats of the
 * session, which need not be that of its language.
 *
 * Returns: (transfer full) (nullable): an ISO 3166 code or `EU`; %NULL when nothing tells
 */
char *
coach_help_dup_region (GSettings *settings)
{
  g_autofree char *chosen = NULL;

  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  chosen = g_settings_get_string (settings, "help-region");
  if (*chosen != '\0')
    return g_steal_pointer (&chosen);
  return coach_region_dup_for_system ();
}

static const CoachHelpNumbers *
get_numbers (CoachScreening *screening,
             GSettings      *settings)
{
  g_autofree char *region = coach_help_dup_region (settings);

  return coach_screening_lookup_help_numbers (screening, region);
}

/* What the person wrote under @key, or %NULL. */
static char *
dup_own (GSettings  *settings,
         const char *key)
{
  g_autofree char *own = g_strstrip (g_settings_get_string (settings, key));

  return *own != '\0' ? g_steal_pointer (&own) : NULL;
}

/**
 * coach_help_dup_emergency:
 * @screening: the warning signs, which know the numbers of regions
 * @settings: the settings
 *
 * Gets what to call in an emergency.
 *
 * Returns: (transfer full): a number, or words to be read within a sentence
 */
char *
coach_help_dup_emergency (CoachScreening *screening,
                          GSettings      *settings)
{
  char *own;

  g_return_val_if_fail (COACH_IS_SCREENING (screening), NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  own = dup_own (settings, "emergency-number");
  return own != NULL ? own : g_strdup (get_numbers (screening, settings)->emergency);
}

/**
 * coach_help_dup_advice_line:
 * @screening: the warning signs, which know the numbers of regions
 * @settings: the settings
 *
 * Gets whom to phone for advice.
 *
 * Returns: (transfer full): words to be read within a sentence
 */
char *
coach_help_dup_advice_line (CoachScreening *screening,
                            GSettings      *settings)
{
  char *own;

  g_return_val_if_fail (COACH_IS_SCREENING (screening), NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  own = dup_own (settings, "advice-line");
  return own != NULL ? own : g_strdup (get_numbers (screening, settings)->advice_line);
}

/**
 * coach_help_dup_filled:
 * @screening: the warning signs, which know the numbers of regions
 * @settings: the settings
 * @text: a text that may have `{emergency}` and `{advice_line}`
 *
 * Writes whom to call into a text.
 *
 * Returns: (transfer full): the text
 */
char *
coach_help_dup_filled (CoachScreening *screening,
                       GSettings      *settings,
                       const char     *text)
{
  g_autofree char *emergency = NULL;
  g_autofree char *advice_line = NULL;

  g_return_val_if_fail (COACH_IS_SCREENING (screening), NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  emergency = coach_help_dup_emergency (screening, settings);
  advice_line = coach_help_dup_advice_line (screening, settings);
  return coach_screening_fill (text, emergency, advice_line);
}
