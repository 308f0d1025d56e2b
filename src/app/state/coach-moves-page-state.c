#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-moves-page-state.h"

#include <glib/gi18n.h>

#include "coach-phrases.h"

/* One or two letters answer to half the catalogue: no reason yet to warn of its first hit. */
#define WARNING_MIN_CHARS 3

static void
append_group (CoachCatalog *catalog,
              const char   *group,
              GPtrArray    *moves)
{
  GListModel *movements = coach_catalog_get_movements (catalog);

  for (guint i = 0; i < g_list_model_get_n_items (movements); i++)
    {
      g_autoptr (CoachMovement) movement = g_list_model_get_item (movements, i);

      if (g_str_equal (coach_movement_get_group (movement), group))
        g_ptr_array_add (moves, g_steal_pointer (&movement));
    }
}

/* What can be done comes before what is left out, and like stands beside like. */
static GPtrArray *
list_all (CoachCatalog *catalog)
{
  GPtrArray *moves = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *entries = coach_catalog_get_avoid_entries (catalog);
  const char * const *groups = coach_term_list_ids (COACH_TERM_GROUP);

  for (guint i = 0; groups[i] != NULL; i++)
    append_group (catalog, groups[i], moves);
  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    g_ptr_array_add (moves, g_list_model_get_item (entries, i));
  return moves;
}

static GPtrArray *
find_moves (CoachCatalog *catalog,
            const char   *words)
{
  g_autoptr (GPtrArray) found = coach_catalog_search (catalog, words);
  GPtrArray *moves = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < found->len; i++)
    g_ptr_array_add (moves, g_object_ref (g_ptr_array_index (found, i)));
  return moves;
}

/* The chip "Avoid" gathers what this person leaves out, exercises of ours included. */
static gboolean
answers_to_chip (CoachCatalog *catalog,
                 CoachProfile *profile,
                 CoachMove    *move,
                 const char   *chip)
{
  if (chip == NULL)
    return TRUE;
  if (g_str_equal (chip, COACH_MOVES_CHIP_AVOID))
    return COACH_IS_AVOID_ENTRY (move)
           || coach_safety_get_level (catalog, profile, move) == COACH_VERDICT_AVOID;
  return COACH_IS_MOVEMENT (move)
         && g_str_equal (coach_movement_get_group (COACH_MOVEMENT (move)), chip);
}

static void
filter_by_chip (GPtrArray    *moves,
                CoachCatalog *catalog,
                CoachProfile *profile,
                const char   *chip)
{
  for (guint i = moves->len; i > 0; i--)
    if (!answers_to_chip (catalog, profile, g_ptr_array_index (moves, i - 1), chip))
      g_ptr_array_remove_index (moves, i - 1);
}

static char *
explain (CoachCatalog *catalog,
         CoachMove    *move,
         CoachVerdict *verdict)
{
  g_autofree char *because = coach_phrases_describe_because (catalog, verdict);
  const char *why;

  if (COACH_IS_AVOID_ENTRY (move))
    why = coach_avoid_entry_get_why (COACH_AVOID_ENTRY (move));
  else
    why = coach_verdict_get_reason (verdict, 0)->text;
  /* Translators: two sentences: why a move is left out, and what that rests on */
  return g_strdup_printf (C_ ("sentences", "%s %s"), why, because);
}

/* Whether the words are those of a muscle, a thing or a kind of exercise. */
static gboolean
is_term (const char *words)
{
  static const CoachTermKind kinds[]
      = { COACH_TERM_GROUP, COACH_TERM_EQUIPMENT, COACH_TERM_MUSCLE };

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      const char * const *ids = coach_term_list_ids (kinds[k]);

      for (guint i = 0; ids[i] != NULL; i++)
        if (g_str_match_string (words, coach_term_get_name (kinds[k], ids[i]), TRUE))
          return TRUE;
    }
  return FALSE;
}

/* Whether the words are of a name of the move. */
static gboolean
is_name (const char *words,
         CoachMove  *move)
{
  const char * const *synonyms;

  if (g_str_match_string (words, coach_move_get_name (move), TRUE))
    return TRUE;
  if (!COACH_IS_AVOID_ENTRY (move))
    return FALSE;
  synonyms = coach_avoid_entry_get_synonyms (COACH_AVOID_ENTRY (move));
  for (guint i = 0; synonyms[i] != NULL; i++)
    if (g_str_match_string (words, synonyms[i], TRUE))
      return TRUE;
  return FALSE;
}

/* Who looks for a muscle asked for no move in particular, so there is none to warn of. */
static gboolean
asks_for_move (const char *words,
               CoachMove  *move)
{
  return g_utf8_strlen (words, -1) >= WARNING_MIN_CHARS
         && (!is_term (words) || is_name (words, move));
}

/* Looked for before the chips filter: a warning is not to be filtered away. */
static void
find_warning (CoachMovesPageState *self,
              CoachCatalog        *catalog,
              CoachProfile        *profile,
              const char          *words)
{
  g_autoptr (CoachVerdict) verdict = NULL;
  CoachMove *best;

  if (self->moves->len == 0)
    return;
  best = g_ptr_array_index (self->moves, 0);
  if (!asks_for_move (words, best))
    return;
  verdict = coach_verdict_for_move (catalog, profile, best);
  if (!COACH_IS_AVOID_ENTRY (best) && coach_verdict_get_level (verdict) != COACH_VERDICT_AVOID)
    return;
  self->warning = g_object_ref (best);
  self->why = explain (catalog, best, verdict);
  g_ptr_array_unref (self->substitutes);
  self->substitutes = coach_safety_dup_substitutes (catalog, profile, best);
}

/**
 * coach_moves_page_state_from:
 * @catalog: the catalogue
 * @profile: the person
 * @words: what is typed in the search entry; empty shows everything
 * @chip: (nullable): the id of a group or %COACH_MOVES_CHIP_AVOID; %NULL shows every kind
 *
 * Says what the library shows. What was searched keeps the order of the search, best first; else
 * moves stand by group, those to avoid at the end.
 *
 * Returns: (transfer full): a state
 */
CoachMovesPageState *
coach_moves_page_state_from (CoachCatalog *catalog,
                             CoachProfile *profile,
                             const char   *words,
                             const char   *chip)
{
  g_autofree char *typed = NULL;
  CoachMovesPageState *self;

  g_return_val_if_fail (COACH_IS_CATALOG (catalog), NULL);
  g_return_val_if_fail (COACH_IS_PROFILE (profile), NULL);
  g_return_val_if_fail (words != NULL, NULL);

  typed = g_strstrip (g_strdup (words));
  self = g_new0 (CoachMovesPageState, 1);
  self->substitutes = g_ptr_array_new_with_free_func (g_object_unref);
  if (*typed == '\0')
    {
      self->moves = list_all (catalog);
    }
  else
    {
      self->moves = find_moves (catalog, typed);
      find_warning (self, catalog, profile, typed);
    }
  filter_by_chip (self->moves, catalog, profile, chip);
  return self;
}

/**
 * coach_moves_page_state_free:
 * @self: (transfer full): a state
 *
 * Frees it.
 */
void
coach_moves_page_state_free (CoachMovesPageState *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->moves);
  g_clear_object (&self->warning);
  g_free (self->why);
  g_ptr_array_unref (self->substitutes);
  g_free (self);
}

/**
 * coach_moves_page_list_chips:
 * @catalog: the catalogue
 *
 * Lists the groups that have movements.
 *
 * Returns: (transfer container) (element-type utf8): ids of groups, in the vocabulary's order
 */
GPtrArray *
coach_moves_page_list_chips (CoachCatalog *catalog)
{
  const char * const *groups = coach_term_list_ids (COACH_TERM_GROUP);
  GPtrArray *chips = g_ptr_array_new ();

  g_return_val_if_fail (COACH_IS_CATALOG (catalog), chips);

  for (guint i = 0; groups[i] != NULL; i++)
    {
      g_autoptr (GPtrArray) moves = g_ptr_array_new_with_free_func (g_object_unref);

      append_group (catalog, groups[i], moves);
      if (moves->len > 0)
        g_ptr_array_add (chips, (gpointer) groups[i]);
    }
  return chips;
}
