#define G_LOG_DOMAIN "lowtidectl"

#include "config.h"

#include <glib/gi18n.h>

#include "coach-ctl.h"

/* Joins the words as one typed them. Their encoding is the person's, or UTF-8 regardless. */
static char *
join_words (const char * const  *words,
            GError             **error)
{
  g_autofree char *joined = g_strjoinv (" ", (char **) words);
  g_autofree char *converted = NULL;

  if (g_utf8_validate (joined, -1, NULL))
    return g_steal_pointer (&joined);
  converted = g_locale_to_utf8 (joined, -1, NULL, NULL, NULL);
  if (converted == NULL)
    g_set_error (error, COACH_CTL_ERROR, COACH_CTL_ERROR_USAGE,
                 _("the words are not in the encoding of this locale"));
  return g_steal_pointer (&converted);
}

static CoachVerdictLevel
judge (CoachCtl  *ctl,
       CoachMove *move)
{
  return coach_safety_get_level (ctl->catalog, ctl->profile, move);
}

static void
add_results (CoachCtl  *ctl,
             GPtrArray *found)
{
  json_builder_begin_object (ctl->json);
  json_builder_set_member_name (ctl->json, "results");
  json_builder_begin_array (ctl->json);
  for (guint i = 0; i < found->len; i++)
    {
      CoachMove *move = g_ptr_array_index (found, i);

      json_builder_begin_object (ctl->json);
      coach_ctl_add_string (ctl->json, "kind", coach_ctl_get_move_kind (move));
      coach_ctl_add_string (ctl->json, "id", coach_move_get_id (move));
      coach_ctl_add_string (ctl->json, "name", coach_move_get_name (move));
      coach_ctl_add_string (ctl->json, "verdict", coach_verdict_level_get_id (judge (ctl, move)));
      coach_ctl_add_instead (ctl, move);
      json_builder_end_object (ctl->json);
    }
  json_builder_end_array (ctl->json);
  json_builder_end_object (ctl->json);
}

static void
print_results (CoachCtl  *ctl,
               GPtrArray *found)
{
  g_autoptr (CoachCtlTable) table = coach_ctl_table_new (3);

  for (guint i = 0; i < found->len; i++)
    {
      CoachMove *move = g_ptr_array_index (found, i);
      CoachVerdictLevel level = judge (ctl, move);
      g_autofree char *instead = NULL;

      coach_ctl_table_add_row (table, coach_move_get_id (move), coach_ctl_get_level_word (level),
                               coach_move_get_name (move), NULL);
      if (COACH_IS_AVOID_ENTRY (move) || level == COACH_VERDICT_AVOID)
        instead = coach_ctl_dup_instead_names (ctl, move);
      if (instead != NULL)
        coach_ctl_table_add_note (table, instead);
    }
  coach_ctl_table_print (table, "", ctl->text);
}

/**
 * coach_ctl_search:
 * @ctl: the program; its operands are words
 *
 * Finds moves by name, other names, muscle. Finding none is no failure.
 *
 * Returns: fine
 * Throws: %COACH_CTL_ERROR_USAGE
 */
CoachCtlStatus
coach_ctl_search (CoachCtl  *ctl,
                  GError   **error)
{
  g_autofree char *words = join_words (ctl->operands, error);
  g_autoptr (GPtrArray) found = NULL;

  if (words == NULL)
    return COACH_CTL_USAGE;
  found = coach_catalog_search (ctl->catalog, words);
  if (ctl->json != NULL)
    add_results (ctl, found);
  else if (found->len > 0)
    print_results (ctl, found);
  else
    {
      g_autofree char *none = g_strdup_printf (_("No move matches “%s”."), words);

      coach_ctl_print (ctl->text, "", none);
    }
  return COACH_CTL_FINE;
}
