#define G_LOG_DOMAIN "coach-catalog"

#include "config.h"

#include "coach-activity-private.h"
#include "coach-article-private.h"
#include "coach-catalog-checks-private.h"
#include "coach-catalog-content-private.h"
#include "coach-catalog-loader.h"

/* What is good to know: activities and articles. There are a few dozen of them, so that looking
 * through them all is fast enough. */

static int
compare_articles_cb (gconstpointer a,
                     gconstpointer b,
                     gpointer      user_data)
{
  return coach_article_compare ((CoachArticle *) a, (CoachArticle *) b);
}

void
coach_catalog_add_activity (CoachCatalog  *self,
                            CoachActivity *activity)
{
  g_list_store_append (coach_catalog_get_lore (self)->activities, activity);
}

void
coach_catalog_add_article (CoachCatalog *self,
                           CoachArticle *article)
{
  g_list_store_insert_sorted (coach_catalog_get_lore (self)->articles, article,
                              compare_articles_cb, NULL);
}

static gboolean
is_known (CoachCatalog *self,
          const char   *member,
          const char   *id)
{
  CoachScreening *screening = coach_catalog_get_screening (self);

  if (g_str_equal (member, "limits"))
    return coach_screening_lookup_limit (screening, id) != NULL;
  if (g_str_equal (member, "profile"))
    return coach_screening_lookup_question (screening, id) != NULL;
  return coach_pain_guide_get_note (coach_catalog_get_pain_guide (self), id) != NULL;
}

static void
check_ids (CoachCatalog        *self,
           CoachContentReader  *reader,
           guint                row,
           const char          *member,
           char               **ids)
{
  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autofree char *where = g_strdup_printf ("advice[%u].when.%s[%u]", row, member, i);

      if (!is_known (self, member, ids[i]))
        coach_content_reader_fail (reader, COACH_CATALOG_ERROR_REFERENCE, where, "%s is unknown",
                                   ids[i]);
    }
}

/* A row that waits for what there is not would never be said. */
static void
check_rows (CoachCatalog       *self,
            CoachContentReader *reader,
            CoachActivity      *activity)
{
  if (coach_catalog_get_screening (self) == NULL || coach_catalog_get_pain_guide (self) == NULL)
    return;
  for (guint i = 0; i < coach_activity_get_n_rows (activity); i++)
    {
      const CoachActivityWhen *when = &coach_activity_get_row (activity, i)->when;

      check_ids (self, reader, i, "limits", when->limits);
      check_ids (self, reader, i, "profile", when->answers);
      check_ids (self, reader, i, "note", when->notes);
    }
}

static void
read_activity (CoachCatalog       *self,
               CoachContentReader *reader)
{
  g_autoptr (CoachActivity) activity = coach_activity_read (reader);

  if (coach_content_reader_failed (reader))
    return;
  check_rows (self, reader, activity);
  if (coach_content_reader_failed (reader))
    return;
  if (coach_catalog_lookup_activity (self, coach_activity_get_id (activity)) != NULL)
    coach_content_reader_fail (reader, COACH_CATALOG_ERROR_REFERENCE, "id", "%s stands twice",
                               coach_activity_get_id (activity));
  else
    coach_catalog_add_activity (self, activity);
}

/* What the file says of itself is for those who change it: every condition is explained there. */
static void
read_explanations (CoachContentReader *reader)
{
  static const char * const members[] = {
    "blocked",   "no_exercise", "flags",   "verdict", "leg_min", "pain_min",
    "last_time", "limits",      "profile", "note",    "{}",
  };

  g_free (coach_content_reader_dup_string (reader, "about", 300));
  g_strfreev (coach_content_reader_dup_strings (reader, "rules", 1, 10, 300));
  coach_content_reader_get_uint (reader, "version", 1, 1);
  coach_content_reader_begin_object (reader, "conditions");
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    g_free (coach_content_reader_dup_string (reader, members[i], 200));
  coach_content_reader_end (reader);
}

void
coach_catalog_read_activities (CoachCatalog       *self,
                               CoachContentReader *reader)
{
  guint n;

  coach_content_reader_begin_root (reader);
  read_explanations (reader);
  n = coach_content_reader_begin_array (reader, "activities", 1, 50);
  for (guint i = 0; i < n && !coach_content_reader_failed (reader); i++)
    {
      coach_content_reader_begin_element (reader, i);
      read_activity (self, reader);
      coach_content_reader_end (reader);
    }
  coach_content_reader_end (reader);
  coach_content_reader_end (reader);
}

/* No two articles have one place, and no activity has two articles. */
static void
check_article (CoachCatalog       *self,
               CoachContentReader *reader,
               CoachArticle       *article)
{
  GListModel *articles = coach_catalog_get_articles (self);
  const char *activity = coach_article_get_activity (article);

  coach_catalog_check_file_name (reader, coach_article_get_id (article));
  if (activity != NULL && coach_catalog_lookup_activity (self, activity) == NULL)
    coach_content_reader_fail (reader, COACH_CATALOG_ERROR_REFERENCE, "activity", "%s is unknown",
                               activity);
  for (guint i = 0; i < g_list_model_get_n_items (articles); i++)
    {
      g_autoptr (CoachArticle) other = g_list_model_get_item (articles, i);

      if (coach_article_compare (article, other) == 0)
        coach_content_reader_fail (reader, COACH_CATALOG_ERROR_REFERENCE, "order",
                                   "is the place of %s", coach_article_get_id (other));
      if (activity != NULL && g_strcmp0 (coach_article_get_activity (other), activity) == 0)
        coach_content_reader_fail (reader, COACH_CATALOG_ERROR_REFERENCE, "activity",
                                   "%s has the article %s", activity,
                                   coach_article_get_id (other));
    }
}

void
coach_catalog_read_article (CoachCatalog       *self,
                            CoachContentReader *reader)
{
  g_autoptr (CoachArticle) article = NULL;

  coach_content_reader_begin_root (reader);
  article = coach_article_read (reader);
  coach_content_reader_end (reader);
  if (!coach_content_reader_failed (reader))
    check_article (self, reader, article);
  if (!coach_content_reader_failed (reader))
    coach_catalog_add_article (self, article);
}

/* What ships is checked by the tests; a page without articles does nobody harm. */
static void
ensure_loaded (CoachCatalog *self)
{
  g_autoptr (GError) error = NULL;

  if (!coach_catalog_load_lore (self, &error))
    g_warning ("%s", error->message);
}

/**
 * coach_catalog_get_activities:
 * @self: a catalogue
 *
 * Gets what people do every day, in the order of the file.
 *
 * Returns: (transfer none): a list of [class@Activity]
 */
GListModel *
coach_catalog_get_activities (CoachCatalog *self)
{
  g_return_val_if_fail (COACH_IS_CATALOG (self), NULL);

  ensure_loaded (self);
  return G_LIST_MODEL (coach_catalog_get_lore (self)->activities);
}

/**
 * coach_catalog_get_articles:
 * @self: a catalogue
 *
 * Gets what is good to know, group by group, in the order in which it is shown.
 *
 * Returns: (transfer none): a list of [class@Article]
 */
GListModel *
coach_catalog_get_articles (CoachCatalog *self)
{
  g_return_val_if_fail (COACH_IS_CATALOG (self), NULL);

  ensure_loaded (self);
  return G_LIST_MODEL (coach_catalog_get_lore (self)->articles);
}

/**
 * coach_catalog_lookup_activity:
 * @self: a catalogue
 * @id: any text
 *
 * Looks an activity up.
 *
 * Returns: (transfer none) (nullable): what has this id
 */
CoachActivity *
coach_catalog_lookup_activity (CoachCatalog *self,
                               const char   *id)
{
  GListModel *activities;

  g_return_val_if_fail (COACH_IS_CATALOG (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  activities = coach_catalog_get_activities (self);
  for (guint i = 0; i < g_list_model_get_n_items (activities); i++)
    {
      g_autoptr (CoachActivity) activity = g_list_model_get_item (activities, i);

      if (g_str_equal (coach_activity_get_id (activity), id))
        return activity;
    }
  return NULL;
}

/**
 * coach_catalog_lookup_article:
 * @self: a catalogue
 * @id: any text
 *
 * Looks an article up.
 *
 * Returns: (transfer none) (nullable): what has this id
 */
CoachArticle *
coach_catalog_lookup_article (CoachCatalog *self,
                              const char   *id)
{
  GListModel *articles;

  g_return_val_if_fail (COACH_IS_CATALOG (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  articles = coach_catalog_get_articles (self);
  for (guint i = 0; i < g_list_model_get_n_items (articles); i++)
    {
      g_autoptr (CoachArticle) article = g_list_model_get_item (articles, i);

      if (g_str_equal (coach_article_get_id (article), id))
        return article;
    }
  return NULL;
}

/**
 * coach_catalog_find_article_of:
 * @self: a catalogue
 * @activity: the id of an activity
 *
 * Looks for the article about an activity.
 *
 * Returns: (transfer none) (nullable): an article
 */
CoachArticle *
coach_catalog_find_article_of (CoachCatalog *self,
                               const char   *activity)
{
  GListModel *articles;

  g_return_val_if_fail (COACH_IS_CATALOG (self), NULL);
  g_return_val_if_fail (activity != NULL, NULL);

  articles = coach_catalog_get_articles (self);
  for (guint i = 0; i < g_list_model_get_n_items (articles); i++)
    {
      g_autoptr (CoachArticle) article = g_list_model_get_item (articles, i);

      if (g_strcmp0 (coach_article_get_activity (article), activity) == 0)
        return article;
    }
  return NULL;
}
