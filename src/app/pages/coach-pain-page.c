#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-pain-page.h"

#include "coach-pain-form.h"

struct _CoachPainPage
{
  GtkWidget      parent_instance;

  CoachPain      pain;        /* what was answered; valid once "answered" was emitted */
  CoachPain      last;        /* valid with has_last */
  gboolean       has_last;

  GtkWidget     *content;
  CoachPainForm *form;
  GtkWidget     *last_button;
};

typedef enum
{
  PROP_GUIDE = 1,
} CoachPainPageProperty;

static GParamSpec *properties[PROP_GUIDE + 1];

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

  switch ((CoachPainPageProperty) id)
    {
    case PROP_GUIDE:
      coach_pain_form_set_guide (self->form, g_value_get_object (value));
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

  object_class->set_property = coach_pain_page_set_property;
  object_class->dispose = coach_pain_page_dispose;

  properties[PROP_GUIDE]
      = g_param_spec_object ("guide", NULL, NULL, COACH_TYPE_PAIN_GUIDE,
                             G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
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
 * @guide: where the words of the questions come from
 *
 * Makes a page on which nothing is answered yet.
 *
 * Returns: (transfer floating): a page
 */
GtkWidget *
coach_pain_page_new (CoachPainGuide *guide)
{
  g_return_val_if_fail (COACH_IS_PAIN_GUIDE (guide), NULL);

  return g_object_new (COACH_TYPE_PAIN_PAGE, "guide", guide, NULL);
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
