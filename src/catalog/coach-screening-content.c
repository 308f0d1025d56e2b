#define G_LOG_DOMAIN "coach-catalog"

#include "config.h"

#include "coach-screening-private.h"

#include <string.h>

#include "coach-catalog-checks-private.h"

/* Reads screening.json, but for its questions. */

void
coach_limit_free (gpointer data)
{
  CoachLimit *limit = data;

  g_free (limit->id);
  g_free (limit->text);
  g_strfreev (limit->avoid_traits);
  g_strfreev (limit->caution_traits);
  g_free (limit);
}

void
coach_help_numbers_free (gpointer data)
{
  CoachHelpNumbers *numbers = data;

  g_free (numbers->region);
  g_free (numbers->emergency);
  g_free (numbers->advice_line);
  g_free (numbers);
}

CoachScreeningOutcome
coach_screening_read_outcome (CoachContentReader *reader,
                              const char         *member)
{
  static const char * const outcomes[] = { "see-clinician", "same-day", "emergency", NULL };

  return COACH_SCREENING_SEE_CLINICIAN + coach_content_reader_get_choice (reader, member, outcomes);
}

char *
coach_screening_read_advice (CoachContentReader *reader,
                             const char         *member)
{
  return coach_content_reader_dup_filled_text (reader, member, "screening advice", 330);
}

static char **
read_traits (CoachCatalog       *catalog,
             CoachContentReader *reader,
             const char         *member)
{
  char **traits;

  if (!coach_content_reader_has (reader, member))
    return g_new0 (char *, 1);
  traits = coach_content_reader_dup_ids (reader, member, 1, 12);
  coach_catalog_check_trait_ids (catalog, reader, member, (const char * const *) traits);
  return traits;
}

/* What the program does by itself on a limit of this name. */
static gboolean
is_kept_elsewhere (const char *id)
{
  return g_str_equal (id, COACH_LIMIT_NO_HEAT) || g_str_equal (id, COACH_LIMIT_NO_ICE)
         || g_str_equal (id, COACH_LIMIT_NO_HOT_PACK_TUMMY);
}

static void
check_limit (CoachScreening     *self,
             CoachContentReader *reader,
             CoachLimit         *limit)
{
  gboolean says_something = *limit->avoid_traits != NULL || *limit->caution_traits != NULL
                            || limit->max_level > 0 || limit->block_months > 0;

  if (coach_content_reader_failed (reader))
    return;
  if (coach_screening_lookup_limit (self, limit->id) != NULL)
    coach_content_reader_fail (reader, COACH_CATALOG_ERROR_REFERENCE, "id", "%s stands twice",
                               limit->id);
  else if (!says_something && !is_kept_elsewhere (limit->id))
    coach_content_reader_fail (reader, COACH_CATALOG_ERROR_INVALID, NULL, "limits nothing");
}

static void
read_limit (CoachScreening     *self,
            CoachCatalog       *catalog,
            CoachContentReader *reader)
{
  CoachLimit *limit = g_new0 (CoachLimit, 1);

  limit->id = coach_content_reader_dup_id (reader, "id");
  limit->text = coach_content_reader_dup_text (reader, "text", "limit text", 130);
  limit->avoid_traits = read_traits (catalog, reader, "avoid_traits");
  limit->caution_traits = read_traits (catalog, reader, "caution_traits");
  if (coach_content_reader_has (reader, "max_level"))
    limit->max_level = coach_content_reader_get_uint (reader, "max_level", 1, 3);
  if (coach_content_reader_has (reader, "from_week"))
    limit->from_week = coach_content_reader_get_uint (reader, "from_week", 1, 42);
  if (coach_content_reader_has (reader, "block_months"))
    limit->block_months = coach_content_reader_get_uint (reader, "block_months", 1, 24);
  check_limit (self, reader, limit);
  g_ptr_array_add (self->limits, limit);
}

static void
read_limits (CoachScreening     *self,
             CoachCatalog       *catalog,
             CoachContentReader *reader)
{
  static const char * const needed[]
      = { COACH_LIMIT_NO_HEAT, COACH_LIMIT_NO_ICE, COACH_LIMIT_NO_HOT_PACK_TUMMY };
  guint n = coach_content_reader_begin_array (reader, "limits", 1, 60);

  for (guint i = 0; i < n && !coach_content_reader_failed (reader); i++)
    {
      coach_content_reader_begin_element (reader, i);
      read_limit (self, catalog, reader);
      coach_content_reader_end (reader);
    }
  for (guint i = 0; i < G_N_ELEMENTS (needed) && !coach_content_reader_failed (reader); i++)
    if (coach_screening_lookup_limit (self, needed[i]) == NULL)
      coach_content_reader_fail (reader, COACH_CATALOG_ERROR_REFERENCE, NULL, "lacks %s",
                                 needed[i]);
  coach_content_reader_end (reader);
}

/* Marks the questions named in a member of the combination. Those that tell are among those that
 * combine. */
static guint
mark_combined (CoachScreening     *self,
               CoachContentReader *reader,
               const char         *member,
               gboolean            telling)
{
  g_auto (GStrv) ids = coach_content_reader_dup_ids (reader, member, 1, 20);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autofree char *where = g_strdup_printf ("%s[%u]", member, i);
      CoachScreeningQuestion *question = coach_screening_find_question (self, ids[i]);

      if (question == NULL || (telling && !question->combines))
        {
          coach_content_reader_fail (reader, COACH_CATALOG_ERROR_REFERENCE, where, "%s is %s",
                                     ids[i], question == NULL ? "unknown" : "not combined");
          return 0;
        }
      question->combines = TRUE;
      question->is_telling |= telling;
    }
  return g_strv_length (ids);
}

static void
read_combine (CoachScreening     *self,
              CoachContentReader *reader)
{
  guint n;

  coach_content_reader_begin_object (reader, "combine");
  n = mark_combined (self, reader, "questions", FALSE);
  mark_combined (self, reader, "telling", TRUE);
  self->combine_count = coach_content_reader_get_uint (reader, "count", 2, MAX (n, 2));
  self->combine_outcome = coach_screening_read_outcome (reader, "then");
  self->combine_advice = coach_screening_read_advice (reader, "advice");
  coach_content_reader_end (reader);
}

static void
read_ask_days (CoachScreening     *self,
               CoachContentReader *reader)
{
  static const struct
  {
    CoachScreeningAsk ask;
    const char       *member;
  } members[] = {
    { COACH_SCREENING_ASK_AFTER_BREAK, "after-break" },
    { COACH_SCREENING_ASK_WEEKLY, "weekly" },
    { COACH_SCREENING_ASK_MONTHLY, "monthly" },
    { COACH_SCREENING_ASK_MONTHLY_IF_YES, "monthly-if-yes" },
    { COACH_SCREENING_ASK_YEARLY, "yearly" },
  };

  coach_content_reader_begin_object (reader, "ask_days");
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    self->ask_days[g_bit_nth_lsf (members[i].ask, -1)]
        = coach_content_reader_get_uint (reader, members[i].member, 1, 400);
  coach_content_reader_end (reader);
}

static gboolean
is_country (const char *text)
{
  return strlen (text) == 2 && g_ascii_isupper (text[0]) && g_ascii_isupper (text[1]);
}

/* Only words are translated: a number is the same in every language. */
static char *
dup_help_number (CoachContentReader *reader,
                 const char         *member)
{
  g_autofree char *text = coach_content_reader_dup_string (reader, member, 60);

  if (text == NULL || strspn (text, "0123456789 ") == strlen (text))
    return g_steal_pointer (&text);
  return coach_content_reader_translate (reader, "help number", text);
}

static void
cover (CoachScreening     *self,
       CoachContentReader *reader,
       const char         *member,
       const char         *code,
       CoachHelpNumbers   *numbers)
{
  if (!is_country (code) && !g_str_equal (code, COACH_HELP_DEFAULT_REGION))
    coach_content_reader_fail (reader, COACH_CATALOG_ERROR_INVALID, member,
                               "must be two capital letters or \"default\"");
  else if (!g_hash_table_insert (self->covered, g_strdup (code), numbers))
    coach_content_reader_fail (reader, COACH_CATALOG_ERROR_REFERENCE, member, "%s stands twice",
                               code);
}

static void
read_help_numbers_of_region (CoachScreening     *self,
                             CoachContentReader *reader)
{
  CoachHelpNumbers *numbers = g_new0 (CoachHelpNumbers, 1);
  g_auto (GStrv) covers = NULL;

  g_ptr_array_add (self->help_numbers, numbers);
  numbers->region = coach_content_reader_dup_string (reader, "region", 7);
  if (numbers->region != NULL)
    cover (self, reader, "region", numbers->region, numbers);
  if (coach_content_reader_has (reader, "covers"))
    covers = coach_content_reader_dup_strings (reader, "covers", 1, 60, 2);
  for (guint i = 0; covers != NULL && covers[i] != NULL; i++)
    {
      g_autofree char *where = g_strdup_printf ("covers[%u]", i);

      cover (self, reader, where, covers[i], numbers);
    }
  numbers->emergency = dup_help_number (reader, "emergency");
  numbers->advice_line = dup_help_number (reader, "advice_line");
}

static void
read_help_numbers (CoachScreening     *self,
                   CoachContentReader *reader)
{
  guint n = coach_content_reader_begin_array (reader, "numbers", 1, 250);

  for (guint i = 0; i < n && !coach_content_reader_failed (reader); i++)
    {
      coach_content_reader_begin_element (reader, i);
      read_help_numbers_of_region (self, reader);
      coach_content_reader_end (reader);
    }
  if (!g_hash_table_contains (self->covered, COACH_HELP_DEFAULT_REGION))
    coach_content_reader_fail (reader, COACH_CATALOG_ERROR_REFERENCE, NULL,
                               "lacks " COACH_HELP_DEFAULT_REGION);
  coach_content_reader_end (reader);
}

/* Reads screening.json, from a reader at its beginning. Conditions and traits must have been
 * read. */
CoachScreening *
coach_screening_read (CoachCatalog       *catalog,
                      CoachContentReader *reader)
{
  CoachScreening *self = g_object_new (COACH_TYPE_SCREENING, NULL);

  coach_content_reader_begin_root (reader);
  coach_content_reader_get_uint (reader, "version", 1, 1);
  /* Questions name limits, the combination names questions. */
  read_limits (self, catalog, reader);
  coach_screening_read_questions (self, catalog, reader);
  read_combine (self, reader);
  read_ask_days (self, reader);
  read_help_numbers (self, reader);
  coach_content_reader_end (reader);
  return self;
}
