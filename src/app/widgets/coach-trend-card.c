#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-trend-card.h"

#include "coach-trend-words.h"

struct _CoachTrendCard
{
  GtkWidget        parent_instance;

  CoachAppContext *context; /* (owned) (nullable) until it is set */

  GtkWidget       *content;
  GtkBox          *notes_above;
  GtkImage        *icon;
  GtkLabel        *title_label;
  GtkLabel        *text_label;
  GtkBox          *notes_below;
  GtkBox          *numbers;
};

/**
 * CoachTrendCard:
 *
 * Says on Today what the check-ins come to, and why: in words, with an icon beside them.
 */
G_DEFINE_FINAL_TYPE (CoachTrendCard, coach_trend_card, GTK_TYPE_WIDGET)

static GtkWidget *
make_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  return label;
}

/* What to do at once has a sign before it. */
static GtkWidget *
make_warning (const char *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                  "icon-name", "dialog-warning-symbolic", "valign", GTK_ALIGN_START,
                                  NULL);

  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), make_label (text));
  gtk_widget_add_css_class (box, "notice-bar");
  gtk_widget_add_css_class (box, "blocked");
  return box;
}

static void
show_texts (GtkBox      *box,
            char       **texts,
            GtkWidget *(*make) (const char *text))
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
  for (guint i = 0; texts[i] != NULL; i++)
    gtk_box_append (box, make (texts[i]));
  gtk_widget_set_visible (GTK_WIDGET (box), texts[0] != NULL);
}

static void
update_widgets (CoachTrendCard *self)
{
  g_autoptr (CoachTrendWords) words = coach_trend_words_new (self->context);

  gtk_image_set_from_icon_name (self->icon, words->icon_name);
  gtk_label_set_text (self->title_label, words->title);
  gtk_label_set_text (self->text_label, words->text);
  show_texts (self->notes_above, words->notes_above, make_warning);
  show_texts (self->notes_below, words->notes_below, make_label);
  show_texts (self->numbers, words->numbers, make_label);
}

static void
refreshed_cb (CoachTrendCard *self)
{
  update_widgets (self);
}

static void
coach_trend_card_dispose (GObject *object)
{
  CoachTrendCard *self = COACH_TREND_CARD (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), COACH_TYPE_TREND_CARD);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (coach_trend_card_parent_class)->dispose (object);
}

static void
coach_trend_card_class_init (CoachTrendCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = coach_trend_card_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/lowtide/Lowtide/ui/widgets/coach-trend-card.ui");
  gtk_widget_class_bind_template_child (widget_class, CoachTrendCard, content);
  gtk_widget_class_bind_template_child (widget_class, CoachTrendCard, icon);
  gtk_widget_class_bind_template_child (widget_class, CoachTrendCard, notes_above);
  gtk_widget_class_bind_template_child (widget_class, CoachTrendCard, notes_below);
  gtk_widget_class_bind_template_child (widget_class, CoachTrendCard, numbers);
  gtk_widget_class_bind_template_child (widget_class, CoachTrendCard, text_label);
  gtk_widget_class_bind_template_child (widget_class, CoachTrendCard, title_label);
}

static void
coach_trend_card_init (CoachTrendCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * coach_trend_card_set_context:
 * @self: a card
 * @context: the person and the diary
 *
 * Gives the card what it shows. It may be set once.
 */
void
coach_trend_card_set_context (CoachTrendCard  *self,
                              CoachAppContext *context)
{
  g_return_if_fail (COACH_IS_TREND_CARD (self));
  g_return_if_fail (COACH_IS_APP_CONTEXT (context));
  g_return_if_fail (self->context == NULL);

  self->context = g_object_ref (context);
  g_signal_connect_object (context, "refreshed", G_CALLBACK (refreshed_cb), self,
                           G_CONNECT_SWAPPED);
  update_widgets (self);
}
