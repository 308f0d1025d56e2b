#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-phrases.h"

#include <glib/gi18n.h>

/* What can be said of moves and traits. */

/**
 * coach_phrases_get_order:
 * @order: an order
 *
 * Names what somebody said of a move or a trait.
 *
 * Returns: (transfer none): a translated phrase
 */
const char *
coach_phrases_get_order (CoachOrder order)
{
  switch (order)
    {
    case COACH_ORDER_ALLOWED:
      return C_ ("order", "A clinician allowed it");
    case COACH_ORDER_FORBIDDEN:
      return C_ ("order", "A clinician forbade it");
    case COACH_ORDER_NEVER:
      return C_ ("order", "Never for me");
    case COACH_ORDER_NONE:
    default:
      return C_ ("order", "Let the rules decide");
    }
}

/**
 * coach_phrases_describe_order:
 * @order: an order
 *
 * Says what follows from it.
 *
 * Returns: (transfer none): a translated sentence or two
 */
const char *
coach_phrases_describe_order (CoachOrder order)
{
  switch (order)
    {
    case COACH_ORDER_ALLOWED:
      return _("It is offered with its warning where the rules would leave it out. What hurt not "
               "long ago, and what today’s pain asks for, still counts.");
    case COACH_ORDER_FORBIDDEN:
      return _("It is left out, whatever the rules say.");
    case COACH_ORDER_NEVER:
      return _("It is left out, whatever anybody says. You can change your mind here at any time.");
    case COACH_ORDER_NONE:
    default:
      return _("What you have, your warning-sign answers and today’s pain decide.");
    }
}

/**
 * coach_phrases_begin_large:
 * @words: words
 *
 * Begins words with a capital letter, as those do that stand alone.
 *
 * Returns: (transfer full): the words
 */
char *
coach_phrases_begin_large (const char *words)
{
  g_autoptr (GString) large = NULL;

  g_return_val_if_fail (words != NULL, NULL);

  if (*words == '\0')
    return g_strdup ("");
  large = g_string_new (NULL);
  g_string_append_unichar (large, g_unichar_totitle (g_utf8_get_char (words)));
  g_string_append (large, g_utf8_next_char (words));
  return g_string_free (g_steal_pointer (&large), FALSE);
}
