#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-pain-page.h"

#include <glib/gi18n.h>

#include "coach-pain-form.h"

struct _CoachPainPage
{
  GtkWidget      parent_instance;

  CoachPain      pain;        /* what was answered; valid once "answered" was emitted */
  CoachPain      last;        /* valid with has_last */
  gboolean       has_last;

  GtkWidget     *content;
  GtkLabel      *title_label;
  GtkLabel      *note_label;
  CoachPainForm *form;
  GtkWidget     *last_button;
};

typedef enum
{
  PROP_TITLE = 1,
  PROP_NOTE,
} CoachPainPageProperty;

static GParamSpec *properties[PROP_NOTE + 1];

typedef enum
{
  SIGNAL_ANSWERED,
} CoachPainPageSignal;

static guint signals[SIGNAL_ANSWERED + 1];

/**
 * CoachPainPage:
 *
 * Asks where it hurts now and how much; once, and with one press when it is as last time.
 */
G_DEFINE_FINAL_TYPE (CoachPainPage, coach_pain_page, GTK_TYPE_WIDGET)

static void
give_answer (CoachPainPage   *self,
             const CoachPain *pain)
{
  self->pain = *pain;
  g_signal_emit (self, signals[SIGNAL_ANSWERED], 0);
}

static void
continue_cb (CoachPainPage *self)
{
  CoachPain pain = coach_pain_form_get_pain (self->form);

  give_answer (self, &pain);
}

static void
same_as_last_cb (CoachPainPage *self)
{
  give_answer (self, &self->last);
}

static void
coach_pain_page_set_property (GObject      *object,
                              guint         id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  CoachPainPage *self = COACH_PAIN_PAGE (object);
  const char *text = g_value_get_string (value);

  switch ((CoachPainPageProperty) id)
    {
    case PROP_TITLE:
      gtk_label_set_text (self->title_label, text != NULL ? text : _("How is it now?"));
      break;
    case PROP_NOTE:
      gtk_label_set_text (self->note_label, text != NULL ? text : "");
      gtk_widget_set_visible (GTK_WIDGET (self->note_label), text != NULL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
coach_pain_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), COACH_TYPE_PAIN_PAGE);

  G_OBJECT_CLASS (coach_pain_page_parent_class)->dispose (object);
}

static void
coach_pain_page_class_init (CoachPainPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags given = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->set_property = coach_pain_page_set_property;
  object_class->dispose = coach_pain_page_dispose;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, given);
  properties[PROP_NOTE] = g_param_spec_string ("note", NULL, NULL, NULL, given);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  /**
   * CoachPainPage::answered:
   *
   * All was answered: [method@PainPage.get_pain] has it.
   */
  signals[SIGNAL_ANSWERED] = g_signal_new ("answered", G_TYPE_FROM_CLASS (klass),
                                           G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (COACH_TYPE_PAIN_FORM);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/lowtide/Lowtide/ui/pages/coach-pain-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CoachPainPage, content);
  gtk_widget_class_bind_template_child (widget_class, CoachPainPage, form);
  gtk_widget_class_bind_template_child (widget_class, CoachPainPage, last_button);
  gtk_widget_class_bind_template_child (widget_class, CoachPainPage, note_label);
  gtk_widget_class_bind_template_child (widget_class, CoachPainPage, title_label);
  gtk_widget_class_bind_template_callback (widget_class, continue_cb);
  gtk_widget_class_bind_template_callback (widget_class, same_as_last_cb);
}

static void
coach_pain_page_init (CoachPainPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * coach_pain_page_new:
 * @title: (nullable): what is asked; %NULL for "How is it now?"
 * @note: (nullable): what to know about it
 *
 * Makes a page on which nothing is answered yet.
 *
 * Returns: (transfer floating): a page
 */
GtkWidget *
coach_pain_page_new (const char *title,
                     const char *note)
{
  return g_object_new (COACH_TYPE_PAIN_PAGE, "title", title, "note", note, NULL);
}

/**
 * coach_pain_page_set_last:
 * @self: a page
 * @last: (nullable): what was answered the last time; %NULL when that is not known
 *
 * Lets the person answer that it is as the last time.
 */
void
coach_pain_page_set_last (CoachPainPage   *self,
                          const CoachPain *last)
{
  g_return_if_fail (COACH_IS_PAIN_PAGE (self));

  self->has_last = last != NULL;
  if (self->has_last)
    self->last = *last;
  gtk_widget_set_visible (self->last_button, self->has_last);
}

/**
 * coach_pain_page_add_flag:
 * @self: a page
 * @flag: what a leg feels
 * @side: which leg; %COACH_SIDE_NONE when that is not known
 *
 * Ticks what was said before, for the person to leave or to take away.
 */
void
coach_pain_page_add_flag (CoachPainPage  *self,
                          CoachPainFlags  flag,
                          CoachSide       side)
{
  g_return_if_fail (COACH_IS_PAIN_PAGE (self));

  coach_pain_form_add_flag (self->form, flag, side);
}

/**
 * coach_pain_page_get_pain:
 * @self: a page that was answered
 *
 * Gets where it hurts and how much.
 *
 * Returns: (transfer none): the answer
 */
const CoachPain *
coach_pain_page_get_pain (CoachPainPage *self)
{
  g_return_val_if_fail (COACH_IS_PAIN_PAGE (self), NULL);

  return &self->pain;
}
