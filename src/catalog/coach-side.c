#define G_LOG_DOMAIN "coach-catalog"

#include "config.h"

#include "coach-side.h"

#include <string.h>

/**
 * coach_side_get_other:
 * @side: a side
 *
 * Gets the opposite side.
 *
 * Returns: left for right, right for left, none for none
 */
CoachSide
coach_side_get_other (CoachSide side)
{
  switch (side)
    {
    case COACH_SIDE_LEFT:
      return COACH_SIDE_RIGHT;
    case COACH_SIDE_RIGHT:
      return COACH_SIDE_LEFT;
    case COACH_SIDE_NONE:
    default:
      return COACH_SIDE_NONE;
    }
}

/**
 * coach_side_get_id:
 * @side: a side
 *
 * Gets the word that files and commands use for a side.
 *
 * Returns: (transfer none) (nullable): "left", "right", or %NULL for none
 */
const char *
coach_side_get_id (CoachSide side)
{
  switch (side)
    {
    case COACH_SIDE_LEFT:
      return "left";
    case COACH_SIDE_RIGHT:
      return "right";
    case COACH_SIDE_NONE:
    default:
      return NULL;
    }
}

/* The word that stands for @word on the other side, in the same case; NULL for other words. */
static const char *
get_swapped_word (const char *word,
                  gsize       length)
{
  static const char * const pairs[][2] = {
    { "left", "right" }, { "right", "left" }, { "Left", "Right" }, { "Right", "Left" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (strlen (pairs[i][0]) == length && strncmp (pairs[i][0], word, length) == 0)
      return pairs[i][1];
  return NULL;
}

/**
 * coach_side_swap_text:
 * @text: an English text written for the left side
 *
 * Makes the text of the other side by swapping the words left and right. Only whole words are
 * swapped, so "upright" and "leftover" stay as they are.
 *
 * Returns: (transfer full): the text for the right side
 */
char *
coach_side_swap_text (const char *text)
{
  GString *swapped;
  const char *at = text;

  g_return_val_if_fail (text != NULL, NULL);

  swapped = g_string_new (NULL);
  while (*at != '\0')
    {
      gsize length = 0;
      const char *other;

      while (g_ascii_isalpha (at[length]))
        length++;
      other = get_swapped_word (at, length);
      length = MAX (length, 1);
      g_string_append_len (swapped, other != NULL ? other : at,
                           other != NULL ? (gssize) strlen (other) : (gssize) length);
      at += length;
    }
  return g_string_free (swapped, FALSE);
}
