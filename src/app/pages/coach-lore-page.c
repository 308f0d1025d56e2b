#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-lore-page.h"

#include "coach-activity-day.h"
#include "coach-article-row.h"
#include "coach-lore-page-state.h"

struct _CoachLorePage
{
  AdwBin           parent_instance;

  CoachAppContext *context; /* (owned) (not nullable), given at construction */

  GtkWidget       *hint;
  GtkListBox      *understanding;
  GtkListBox      *day_by_day;
  GtkListBox      *comfort;
};

typedef enum
{
  PROP_CONTEXT = 1,
} CoachLorePageProperty;

static GParamSpec *properties[PROP_CONTEXT + 1];

/**
 * CoachLorePage:
 *
 * What is good to know: articles in groups, those about activities with what to make of them today.
 */
G_DEFINE_FINAL_TYPE (CoachLorePage, coach_lore_page, ADW_TYPE_BIN)

static GtkListBox *
get_list (CoachLorePage     *self,
          CoachArticleGroup  group)
{
  switch (group)
    {
    case COACH_ARTICLE_UNDERSTANDING:
      return self->understanding;
    case COACH_ARTICLE_DAY_BY_DAY:
      return self->day_by_day;
    case COACH_ARTICLE_COMFORT:
    default:
      return self->comfort;
    }
}

static void
add_rows (CoachLorePage *self)
{
  GListModel *articles
      = coach_catalog_get_articles (coach_app_context_get_catalog (self->context));

  for (guint i = 0; i < g_list_model_get_n_items (articles); i++)
    {
      g_autoptr (CoachArticle) article = g_list_model_get_item (articles, i);

      gtk_list_box_append (get_list (self, coach_article_get_group (article)),
                           coach_article_row_new (article));
    }
}

/* Articles stay, and with them the rows; what is said of them changes. */
static void
update_group (CoachLorePage            *self,
              const CoachLorePageState *state,
              CoachArticleGroup         group)
{
  for (guint i = 0; i < state->groups[group]->len; i++)
    {
      const CoachLoreEntry *entry = &g_array_index (state->groups[group], CoachLoreEntry, i);
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (get_list (self, group), (int) i);

      if (entry->has_verdict)
        coach_article_row_set_verdict (COACH_ARTICLE_ROW (row), entry->verdict);
      else
        coach_article_row_hide_verdict (COACH_ARTICLE_ROW (row));
    }
}

static void
update_widgets (CoachLorePage *self)
{
  g_autoptr (CoachActivityDay) day = coach_activity_day_from_context (self->context);
  g_autoptr (CoachLorePageState) state = NULL;

  state = coach_lore_page_state_from (coach_app_context_get_catalog (self->context), &day->facts);
  gtk_widget_set_visible (self->hint, state->asks_checkin);
  for (guint i = 0; i < COACH_N_ARTICLE_GROUPS; i++)
    update_group (self, state, (CoachArticleGroup) i);
}

static void
context_refreshed_cb (CoachLorePage *self)
{
  update_widgets (self);
}

static void
coach_lore_page_constructed (GObject *object)
{
  CoachLorePage *self = COACH_LORE_PAGE (object);

  G_OBJECT_CLASS (coach_lore_page_parent_class)->constructed (object);

  add_rows (self);
  update_widgets (self);
  g_signal_connect_object (self->context, "refreshed", G_CALLBACK (context_refreshed_cb), self,
                           G_CONNECT_SWAPPED);
}

/* The day goes on while the page is not looked at. */
static void
coach_lore_page_map (GtkWidget *widget)
{
  update_widgets (COACH_LORE_PAGE (widget));

  GTK_WIDGET_CLASS (coach_lore_page_parent_class)->map (widget);
}

static void
coach_lore_page_set_property (GObject      *object,
                              guint         id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  CoachLorePage *self = COACH_LORE_PAGE (object);

  switch ((CoachLorePageProperty) id)
    {
    case PROP_CONTEXT:
      self->context = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
coach_lore_page_dispose (GObject *object)
{
  CoachLorePage *self = COACH_LORE_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), COACH_TYPE_LORE_PAGE);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (coach_lore_page_parent_class)->dispose (object);
}

static void
coach_lore_page_class_init (CoachLorePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = coach_lore_page_constructed;
  object_class->set_property = coach_lore_page_set_property;
  object_class->dispose = coach_lore_page_dispose;
  widget_class->map = coach_lore_page_map;

  properties[PROP_CONTEXT]
      = g_param_spec_object ("context", NULL, NULL, COACH_TYPE_APP_CONTEXT,
                             G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/lowtide/Lowtide/ui/pages/coach-lore-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CoachLorePage, comfort);
  gtk_widget_class_bind_template_child (widget_class, CoachLorePage, day_by_day);
  gtk_widget_class_bind_template_child (widget_class, CoachLorePage, hint);
  gtk_widget_class_bind_template_child (widget_class, CoachLorePage, understanding);
}

static void
coach_lore_page_init (CoachLorePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * coach_lore_page_new:
 * @context: the content and the person
 *
 * Makes the page of good things to know.
 *
 * Returns: (transfer floating): a page
 */
GtkWidget *
coach_lore_page_new (CoachAppContext *context)
{
  g_return_val_if_fail (COACH_IS_APP_CONTEXT (context), NULL);

  return g_object_new (COACH_TYPE_LORE_PAGE, "context", context, NULL);
}
