#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-answer-buttons.h"

#include <glib/gi18n.h>

#include "coach-wrap-layout.h"

struct _CoachAnswerButtons
{
  GtkWidget       parent_instance;

  GtkCheckButton *yes;
  GtkCheckButton *no;
  GtkCheckButton *not_sure;
  gboolean        is_setting; /* whether the answer is being set from outside */
};

typedef enum
{
  SIGNAL_ANSWERED,
} CoachAnswerButtonsSignal;

static guint signals[SIGNAL_ANSWERED + 1];

/**
 * CoachAnswerButtons:
 *
 * Yes, no, or not sure: one of the three, or none yet.
 */
G_DEFINE_FINAL_TYPE (CoachAnswerButtons, coach_answer_buttons, GTK_TYPE_WIDGET)

/* Of the two that change with one press, the one that is on tells. */
static void
toggled_cb (CoachAnswerButtons *self,
            GtkCheckButton     *button)
{
  if (!self->is_setting && gtk_check_button_get_active (button))
    g_signal_emit (self, signals[SIGNAL_ANSWERED], 0);
}

static void
coach_answer_buttons_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), COACH_TYPE_ANSWER_BUTTONS);

  G_OBJECT_CLASS (coach_answer_buttons_parent_class)->dispose (object);
}

static void
coach_answer_buttons_class_init (CoachAnswerButtonsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = coach_answer_buttons_dispose;

  /**
   * CoachAnswerButtons::answered:
   *
   * The person has chosen an answer.
   */
  signals[SIGNAL_ANSWERED] = g_signal_new ("answered", G_TYPE_FROM_CLASS (klass),
                                           G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (COACH_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_RADIO_GROUP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/lowtide/Lowtide/ui/widgets/coach-answer-buttons.ui");
  gtk_widget_class_bind_template_child (widget_class, CoachAnswerButtons, yes);
  gtk_widget_class_bind_template_child (widget_class, CoachAnswerButtons, no);
  gtk_widget_class_bind_template_child (widget_class, CoachAnswerButtons, not_sure);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
}

static void
coach_answer_buttons_init (CoachAnswerButtons *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * coach_answer_buttons_get_answer:
 * @self: the buttons
 *
 * Gets what is chosen.
 *
 * Returns: the answer
 */
CoachAnswer
coach_answer_buttons_get_answer (CoachAnswerButtons *self)
{
  g_return_val_if_fail (COACH_IS_ANSWER_BUTTONS (self), COACH_ANSWER_NONE);

  if (gtk_check_button_get_active (self->yes))
    return COACH_ANSWER_YES;
  if (gtk_check_button_get_active (self->no))
    return COACH_ANSWER_NO;
  return gtk_check_button_get_active (self->not_sure) ? COACH_ANSWER_NOT_SURE : COACH_ANSWER_NONE;
}

/**
 * coach_answer_buttons_set_answer:
 * @self: the buttons
 * @answer: the answer
 *
 * Chooses an answer, without the signal.
 */
void
coach_answer_buttons_set_answer (CoachAnswerButtons *self,
                                 CoachAnswer         answer)
{
  g_return_if_fail (COACH_IS_ANSWER_BUTTONS (self));

  self->is_setting = TRUE;
  gtk_check_button_set_active (self->yes, answer == COACH_ANSWER_YES);
  gtk_check_button_set_active (self->no, answer == COACH_ANSWER_NO);
  gtk_check_button_set_active (self->not_sure, answer == COACH_ANSWER_NOT_SURE);
  self->is_setting = FALSE;
}

/**
 * coach_answer_buttons_set_question:
 * @self: the buttons
 * @question: what is answered
 *
 * Says to those who cannot see the question beside the buttons which one they answer.
 */
void
coach_answer_buttons_set_question (CoachAnswerButtons *self,
                                   const char         *question)
{
  g_return_if_fail (COACH_IS_ANSWER_BUTTONS (self));
  g_return_if_fail (question != NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, question,
                                  -1);
}
