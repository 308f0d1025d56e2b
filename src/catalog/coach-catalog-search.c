#define G_LOG_DOMAIN "coach-catalog"

#include "config.h"

#include "coach-catalog-search.h"

#include <string.h>

#include "coach-term.h"

/* How well a text answers the words, best first. An entry counts with its best text. */
typedef enum
{
  MATCH_NONE,
  MATCH_SIMILAR,  /* one letter wrong in a longer word */
  MATCH_INSIDE,   /* within a word, as "dog" in "downdog" */
  MATCH_WORDS,    /* each word begins a word of the text */
  MATCH_BEGIN,    /* the text begins with the words */
  MATCH_WHOLE,    /* the same words */
} Match;

typedef struct
{
  CoachMove *move;
  guint      rank;  /* higher is better */
  guint      order; /* in the catalogue; breaks ties */
} Hit;

/* How much of an English word remains without the endings of plural and of "-ing", so that
 * "touching", "touches" and "touch" are one, and "sitting" and "sit". */
static gsize
get_stem_length (const char *word)
{
  static const char * const sibilants[] = { "ches", "shes", "sses", "xes" };
  gsize length = strlen (word);

  for (guint i = 0; i < G_N_ELEMENTS (sibilants); i++)
    if (length > 4 && g_str_has_suffix (word, sibilants[i]))
      return length - 2;
  if (length > 5 && g_str_has_suffix (word, "ing") && strpbrk (word, "aeiouy") < word + length - 3)
    {
      length -= 3;
      return word[length - 1] == word[length - 2] && strchr ("mnpt", word[length - 1]) != NULL
                 ? length - 1
                 : length;
    }
  return length > 3 && g_str_has_suffix (word, "s") && !g_str_has_suffix (word, "ss") ? length - 1
                                                                                      : length;
}

/* Words that say nothing about a move: "touch your toes" is "touch toes". */
static gboolean
is_filler (const char *word)
{
  static const char * const fillers[] = { "a", "my", "the", "your", NULL };

  return g_strv_contains (fillers, word);
}

/* Lower case without accents, stems for words, one blank between them. */
static char *
fold (const char *text)
{
  g_auto (GStrv) words = g_str_tokenize_and_fold (text, NULL, NULL);
  g_autoptr (GString) folded = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *plain = g_str_to_ascii (words[i], "C");
      g_autofree char *lower = g_utf8_strdown (strchr (plain, '?') == NULL ? plain : words[i], -1);

      if (is_filler (lower))
        continue;
      if (folded->len > 0)
        g_string_append_c (folded, ' ');
      g_string_append_len (folded, lower, (gssize) get_stem_length (lower));
    }
  return g_string_free (g_steal_pointer (&folded), FALSE);
}

static char *
drop_blanks (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  return g_strjoinv ("", words);
}

/* Whether two words differ by one letter: changed, left out, added, or two swapped. */
static gboolean
is_similar (const char *a,
            const char *b)
{
  gsize a_len = strlen (a);
  gsize b_len = strlen (b);
  gsize same = 0;

  if (a_len < 5 || b_len < 5 || MAX (a_len, b_len) - MIN (a_len, b_len) > 1)
    return FALSE;
  while (a[same] != '\0' && a[same] == b[same])
    same++;
  if (a_len == b_len)
    return strcmp (a + same + 1, b + same + 1) == 0
           || (a[same] == b[same + 1] && a[same + 1] == b[same]
               && strcmp (a + same + 2, b + same + 2) == 0);
  return a_len > b_len ? strcmp (a + same + 1, b + same) == 0
                       : strcmp (a + same, b + same + 1) == 0;
}

static gboolean
each_word_begins_one (char **wanted,
                      char **words,
                      gboolean similar)
{
  for (guint i = 0; wanted[i] != NULL; i++)
    {
      gboolean found = FALSE;

      for (guint j = 0; words[j] != NULL && !found; j++)
        found = g_str_has_prefix (words[j], wanted[i])
                || (similar && is_similar (words[j], wanted[i]));
      if (!found)
        return FALSE;
    }
  return TRUE;
}

static Match
match_text (const char *text,
            const char *query)
{
  g_autofree char *folded = fold (text);
  g_autofree char *joined = drop_blanks (folded);
  g_autofree char *query_joined = drop_blanks (query);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  g_auto (GStrv) wanted = g_strsplit (query, " ", -1);

  if (g_str_equal (joined, query_joined))
    return MATCH_WHOLE;
  if (g_str_has_prefix (folded, query))
    return MATCH_BEGIN;
  if (each_word_begins_one (wanted, words, FALSE))
    return MATCH_WORDS;
  if (strlen (query_joined) >= 3 && strstr (joined, query_joined) != NULL)
    return MATCH_INSIDE;
  return each_word_begins_one (wanted, words, TRUE) ? MATCH_SIMILAR : MATCH_NONE;
}

static Match
match_any (const char * const *texts,
           const char         *query)
{
  Match best = MATCH_NONE;

  for (guint i = 0; texts[i] != NULL; i++)
    best = MAX (best, match_text (texts[i], query));
  return best;
}

static Match
match_names (CoachMove  *move,
             const char *query)
{
  const char *names[] = { coach_move_get_name (move), coach_move_get_english_name (move), NULL };
  Match best = match_any (names, query);

  if (COACH_IS_AVOID_ENTRY (move))
    {
      CoachAvoidEntry *entry = COACH_AVOID_ENTRY (move);

      best = MAX (best, match_any (coach_avoid_entry_get_synonyms (entry), query));
      best = MAX (best, match_any (coach_avoid_entry_get_english_synonyms (entry), query));
    }
  return best;
}

static Match
match_term (CoachTermKind  kind,
            const char    *id,
            const char    *query)
{
  const char *names[] = { id, coach_term_get_name (kind, id), NULL };

  return match_any (names, query);
}

static Match
match_terms (CoachMove  *move,
             const char *query)
{
  Match best = match_term (COACH_TERM_MUSCLE, coach_move_get_highlight (move), query);

  if (COACH_IS_MOVEMENT (move))
    {
      CoachMovement *movement = COACH_MOVEMENT (move);
      const char * const *muscles = coach_movement_get_muscles (movement);
      const char * const *things = coach_movement_get_equipment (movement);

      for (guint i = 0; muscles[i] != NULL; i++)
        best = MAX (best, match_term (COACH_TERM_MUSCLE, muscles[i], query));
      for (guint i = 0; things[i] != NULL; i++)
        best = MAX (best, match_term (COACH_TERM_EQUIPMENT, things[i], query));
      best = MAX (best, match_term (COACH_TERM_GROUP, coach_movement_get_group (movement), query));
    }
  return best;
}

/* A name outranks a muscle or a thing; between equals the warning comes first. */
static guint
rank_move (CoachMove  *move,
           const char *query)
{
  Match by_name = match_names (move, query);
  Match by_term = by_name < MATCH_INSIDE ? match_terms (move, query) : MATCH_NONE;
  guint rank;

  if (by_name >= MATCH_INSIDE)
    rank = 20 + 2 * (guint) by_name;
  else if (by_term >= MATCH_WORDS)
    rank = 10;
  else
    rank = 2 * (guint) by_name;
  return rank > 0 && COACH_IS_AVOID_ENTRY (move) ? rank + 1 : rank;
}

static int
compare_hits (gconstpointer a,
              gconstpointer b)
{
  const Hit *first = a;
  const Hit *second = b;

  if (first->rank != second->rank)
    return first->rank > second->rank ? -1 : 1;
  return first->order < second->order ? -1 : first->order > second->order;
}

static void
collect_hits (GListModel *moves,
              const char *query,
              GArray     *hits)
{
  for (guint i = 0; i < g_list_model_get_n_items (moves); i++)
    {
      g_autoptr (CoachMove) move = g_list_model_get_item (moves, i);
      Hit hit = { .move = move, .rank = rank_move (move, query), .order = hits->len };

      if (hit.rank > 0)
        g_array_append_val (hits, hit);
    }
}

/**
 * coach_catalog_search:
 * @self: a catalogue
 * @words: what a person typed
 *
 * Finds moves by name, synonym, muscle, equipment or kind, in English or in the language shown.
 * Case, accents, plurals, blanks and hyphens make no difference, and one wrong letter in a longer
 * word is forgiven. A move to avoid comes before a movement that matches as well.
 *
 * Returns: (transfer container) (element-type CoachMove): what was found, best first
 */
GPtrArray *
coach_catalog_search (CoachCatalog *self,
                      const char   *words)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (Hit));
  g_autofree char *query = NULL;

  g_return_val_if_fail (COACH_IS_CATALOG (self), NULL);
  g_return_val_if_fail (words != NULL, NULL);

  query = fold (words);
  if (*query == '\0')
    return g_steal_pointer (&found);
  collect_hits (coach_catalog_get_avoid_entries (self), query, hits);
  collect_hits (coach_catalog_get_movements (self), query, hits);
  g_array_sort (hits, compare_hits);
  for (guint i = 0; i < hits->len; i++)
    g_ptr_array_add (found, g_object_ref (g_array_index (hits, Hit, i).move));
  return g_steal_pointer (&found);
}
