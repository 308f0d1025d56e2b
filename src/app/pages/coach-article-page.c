#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-article-page.h"

#include "coach-activity-day.h"
#include "coach-advice-notice.h"
#include "coach-article-page-state.h"
#include "coach-text-list.h"

struct _CoachArticlePage
{
  AdwBin             parent_instance;

  CoachAppContext   *context; /* (owned) (not nullable), given at construction */
  CoachArticle      *article; /* (owned) (not nullable), given at construction */

  AdwWindowTitle    *window_title;
  GtkLabel          *title;
  GtkLabel          *summary;
  CoachAdviceNotice *notice;
  GtkWidget         *tips_box;
  CoachTextList     *tips;
  GtkBox            *sections;
  GtkLabel          *sources;
};

typedef enum
{
  PROP_CONTEXT = 1,
  PROP_ARTICLE,
} CoachArticlePageProperty;

static GParamSpec *properties[PROP_ARTICLE + 1];

/**
 * CoachArticlePage:
 *
 * Something good to know. Where it is about an activity, what to make of that today comes first.
 */
G_DEFINE_FINAL_TYPE (CoachArticlePage, coach_article_page, ADW_TYPE_BIN)

static GtkWidget *
make_label (const char        *text,
            GtkAccessibleRole  role,
            const char        *css_class)
{
  GtkWidget *label;

  label = g_object_new (GTK_TYPE_LABEL, "accessible-role", role, "label", text, "wrap", TRUE,
                        "wrap-mode", PANGO_WRAP_WORD_CHAR, "xalign", 0.0f, NULL);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
add_paragraphs (CoachArticlePage    *self,
                GtkBox              *box,
                const char * const  *texts)
{
  for (guint i = 0; texts[i] != NULL; i++)
    {
      g_autofree char *text = coach_app_context_dup_filled (self->context, texts[i]);

      gtk_box_append (box, make_label (text, GTK_ACCESSIBLE_ROLE_LABEL, NULL));
    }
}

static void
add_section (CoachArticlePage          *self,
             const CoachArticleSection *section)
{
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 8));

  gtk_box_append (box, make_label (section->heading, GTK_ACCESSIBLE_ROLE_HEADING,
                                   "section-title"));
  add_paragraphs (self, box, (const char * const *) section->text);
  if (section->items[0] != NULL)
    {
      CoachTextList *list = g_object_new (COACH_TYPE_TEXT_LIST, NULL);

      coach_text_list_set_items (list, (const char * const *) section->items);
      gtk_box_append (box, GTK_WIDGET (list));
    }
  gtk_box_append (self->sections, GTK_WIDGET (box));
}

static void
show_texts (CoachArticlePage *self)
{
  const char *title = coach_article_get_title (self->article);

  adw_window_title_set_title (self->window_title, title);
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->summary, coach_article_get_summary (self->article));
  for (guint i = 0; i < coach_article_get_n_sections (self->article); i++)
    add_section (self, coach_article_get_section (self->article, i));
}

static void
show_tips (CoachArticlePage *self,
           CoachActivity    *activity)
{
  const char * const *tips = activity != NULL ? coach_activity_get_tips (activity) : NULL;

  gtk_widget_set_visible (self->tips_box, tips != NULL && tips[0] != NULL);
  if (tips != NULL)
    coach_text_list_set_items (self->tips, tips);
}

/* What depends on the person and the day. */
static void
update_widgets (CoachArticlePage *self)
{
  g_autoptr (CoachActivityDay) day = coach_activity_day_from_context (self->context);
  g_autoptr (CoachArticlePageState) state = NULL;

  state = coach_article_page_state_from (coach_app_context_get_catalog (self->context),
                                         self->article, &day->facts);
  coach_advice_notice_set_state (self->notice, self->context, state);
  show_tips (self, state->activity);
  gtk_label_set_text (self->sources, state->sources);
}

static void
context_refreshed_cb (CoachArticlePage *self)
{
  update_widgets (self);
}

static void
coach_article_page_constructed (GObject *object)
{
  CoachArticlePage *self = COACH_ARTICLE_PAGE (object);

  G_OBJECT_CLASS (coach_article_page_parent_class)->constructed (object);

  show_texts (self);
  update_widgets (self);
  g_signal_connect_object (self->context, "refreshed", G_CALLBACK (context_refreshed_cb), self,
                           G_CONNECT_SWAPPED);
}

/* The day goes on while the page is not looked at. */
static void
coach_article_page_map (GtkWidget *widget)
{
  update_widgets (COACH_ARTICLE_PAGE (widget));

  GTK_WIDGET_CLASS (coach_article_page_parent_class)->map (widget);
}

static void
coach_article_page_set_property (GObject      *object,
                                 guint         id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  CoachArticlePage *self = COACH_ARTICLE_PAGE (object);

  switch ((CoachArticlePageProperty) id)
    {
    case PROP_CONTEXT:
      self->context = g_value_dup_object (value);
      break;
    case PROP_ARTICLE:
      self->article = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
coach_article_page_dispose (GObject *object)
{
  CoachArticlePage *self = COACH_ARTICLE_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), COACH_TYPE_ARTICLE_PAGE);
  g_clear_object (&self->article);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (coach_article_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/lowtide/Lowtide/ui/pages/coach-article-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CoachArticlePage, notice);
  gtk_widget_class_bind_template_child (widget_class, CoachArticlePage, sections);
  gtk_widget_class_bind_template_child (widget_class, CoachArticlePage, sources);
  gtk_widget_class_bind_template_child (widget_class, CoachArticlePage, summary);
  gtk_widget_class_bind_template_child (widget_class, CoachArticlePage, tips);
  gtk_widget_class_bind_template_child (widget_class, CoachArticlePage, tips_box);
  gtk_widget_class_bind_template_child (widget_class, CoachArticlePage, title);
  gtk_widget_class_bind_template_child (widget_class, CoachArticlePage, window_title);
}

static void
coach_article_page_class_init (CoachArticlePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = coach_article_page_constructed;
  object_class->set_property = coach_article_page_set_property;
  object_class->dispose = coach_article_page_dispose;
  widget_class->map = coach_article_page_map;

  properties[PROP_CONTEXT]
      = g_param_spec_object ("context", NULL, NULL, COACH_TYPE_APP_CONTEXT, flags);
  properties[PROP_ARTICLE]
      = g_param_spec_object ("article", NULL, NULL, COACH_TYPE_ARTICLE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (COACH_TYPE_ADVICE_NOTICE);
  g_type_ensure (COACH_TYPE_TEXT_LIST);
  bind_template (widget_class);
}

static void
coach_article_page_init (CoachArticlePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * coach_article_page_new:
 * @context: the content and the person
 * @article: an article
 *
 * Makes the page of an article.
 *
 * Returns: (transfer floating): a page
 */
GtkWidget *
coach_article_page_new (CoachAppContext *context,
                        CoachArticle    *article)
{
  g_return_val_if_fail (COACH_IS_APP_CONTEXT (context), NULL);
  g_return_val_if_fail (COACH_IS_ARTICLE (article), NULL);

  return g_object_new (COACH_TYPE_ARTICLE_PAGE, "context", context, "article", article, NULL);
}
