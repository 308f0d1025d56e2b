#define G_LOG_DOMAIN "coach-catalog"

#include "config.h"

#include "coach-article.h"
#include "coach-article-private.h"

#include "coach-activity-private.h"

#define MAX_SECTIONS 8
#define MAX_ORDER    99

struct _CoachArticle
{
  GObject            parent_instance;

  char              *id;
  char              *title;    /* translated */
  char              *summary;  /* translated */
  char              *activity; /* (nullable) */
  GArray            *sections; /* (element-type CoachArticleSection) */
  CoachArticleGroup  group;
  guint              order;    /* place within the group, from 1 */
};

/**
 * CoachArticle:
 *
 * Something good to know, in a few short sections. Immutable.
 */
G_DEFINE_FINAL_TYPE (CoachArticle, coach_article, G_TYPE_OBJECT)

static void
section_clear (gpointer data)
{
  CoachArticleSection *section = data;

  g_free (section->heading);
  g_strfreev (section->text);
  g_strfreev (section->items);
  g_strfreev (section->claims);
  g_strfreev (section->sources);
}

static void
coach_article_finalize (GObject *object)
{
  CoachArticle *self = COACH_ARTICLE (object);

  g_free (self->id);
  g_free (self->title);
  g_free (self->summary);
  g_free (self->activity);
  g_array_unref (self->sections);

  G_OBJECT_CLASS (coach_article_parent_class)->finalize (object);
}

static void
coach_article_class_init (CoachArticleClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = coach_article_finalize;
}

static void
coach_article_init (CoachArticle *self)
{
  self->sections = g_array_new (FALSE, TRUE, sizeof (CoachArticleSection));
  g_array_set_clear_func (self->sections, section_clear);
}

static void
read_section (CoachArticle       *self,
              CoachContentReader *reader)
{
  CoachArticleSection section = { 0 };

  section.heading = coach_content_reader_dup_text (reader, "heading", "article heading", 60);
  section.text = coach_content_reader_dup_texts (reader, "text", "article text", 1, 5, 300);
  section.items = coach_content_reader_dup_texts (reader, "items", "article item", 0, 10, 200);
  section.claims = coach_activity_read_claims (reader);
  section.sources = coach_content_reader_dup_texts (reader, "sources", "source", 1, 8, 80);
  g_array_append_val (self->sections, section);
}

/* Takes an article from the object the reader stands in. */
CoachArticle *
coach_article_read (CoachContentReader *reader)
{
  static const char * const groups[] = { "understanding", "day-by-day", "comfort", NULL };
  CoachArticle *self = g_object_new (COACH_TYPE_ARTICLE, NULL);
  guint n;

  self->id = coach_content_reader_dup_id (reader, "id");
  self->group = (CoachArticleGroup) coach_content_reader_get_choice (reader, "group", groups);
  self->order = coach_content_reader_get_uint (reader, "order", 1, MAX_ORDER);
  self->title = coach_content_reader_dup_text (reader, "title", "article title", 50);
  self->summary = coach_content_reader_dup_text (reader, "summary", "article summary", 100);
  if (coach_content_reader_has (reader, "activity"))
    self->activity = coach_content_reader_dup_id (reader, "activity");
  n = coach_content_reader_begin_array (reader, "sections", 1, MAX_SECTIONS);
  for (guint i = 0; i < n && !coach_content_reader_failed (reader); i++)
    {
      coach_content_reader_begin_element (reader, i);
      read_section (self, reader);
      coach_content_reader_end (reader);
    }
  coach_content_reader_end (reader);
  return self;
}

/* Puts articles in the order in which they are shown. */
int
coach_article_compare (CoachArticle *a,
                       CoachArticle *b)
{
  if (a->group != b->group)
    return (int) a->group - (int) b->group;
  return (int) a->order - (int) b->order;
}

/**
 * coach_article_get_id:
 * @self: an article
 *
 * Gets the id.
 *
 * Returns: (transfer none): an id
 */
const char *
coach_article_get_id (CoachArticle *self)
{
  g_return_val_if_fail (COACH_IS_ARTICLE (self), NULL);

  return self->id;
}

/**
 * coach_article_get_title:
 * @self: an article
 *
 * Gets the translated title.
 *
 * Returns: (transfer none): a text
 */
const char *
coach_article_get_title (CoachArticle *self)
{
  g_return_val_if_fail (COACH_IS_ARTICLE (self), NULL);

  return self->title;
}

/**
 * coach_article_get_summary:
 * @self: an article
 *
 * Gets what it is about in one line, translated.
 *
 * Returns: (transfer none): a text
 */
const char *
coach_article_get_summary (CoachArticle *self)
{
  g_return_val_if_fail (COACH_IS_ARTICLE (self), NULL);

  return self->summary;
}

/**
 * coach_article_get_group:
 * @self: an article
 *
 * Gets which others it stands with.
 *
 * Returns: a group
 */
CoachArticleGroup
coach_article_get_group (CoachArticle *self)
{
  g_return_val_if_fail (COACH_IS_ARTICLE (self), COACH_ARTICLE_UNDERSTANDING);

  return self->group;
}

/**
 * coach_article_get_order:
 * @self: an article
 *
 * Gets its place within the group.
 *
 * Returns: a number from 1
 */
guint
coach_article_get_order (CoachArticle *self)
{
  g_return_val_if_fail (COACH_IS_ARTICLE (self), 0);

  return self->order;
}

/**
 * coach_article_get_activity:
 * @self: an article
 *
 * Gets which activity it is about.
 *
 * Returns: (transfer none) (nullable): the id of a [class@Activity]; %NULL when it is about none
 */
const char *
coach_article_get_activity (CoachArticle *self)
{
  g_return_val_if_fail (COACH_IS_ARTICLE (self), NULL);

  return self->activity;
}

/**
 * coach_article_get_n_sections:
 * @self: an article
 *
 * Gets how many sections there are.
 *
 * Returns: at least 1
 */
guint
coach_article_get_n_sections (CoachArticle *self)
{
  g_return_val_if_fail (COACH_IS_ARTICLE (self), 0);

  return self->sections->len;
}

/**
 * coach_article_get_section:
 * @self: an article
 * @index: which section
 *
 * Gets a section.
 *
 * Returns: (transfer none): a section
 */
const CoachArticleSection *
coach_article_get_section (CoachArticle *self,
                           guint         index)
{
  g_return_val_if_fail (COACH_IS_ARTICLE (self), NULL);
  g_return_val_if_fail (index < self->sections->len, NULL);

  return &g_array_index (self->sections, CoachArticleSection, index);
}
