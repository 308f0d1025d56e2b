#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-session-question.h"

#include <glib/gi18n.h>

#include "coach-wrap-layout.h"

struct _CoachSessionQuestion
{
  GtkWidget          parent_instance;

  CoachSessionAsked  asked;  /* valid while it is open */
  GtkWidget         *before; /* (unowned) (nullable), weak: what had the focus before it opened */

  GtkWidget         *content;
  GtkLabel          *heading;
  GtkLabel          *body;
  GtkWidget         *stay_button;
  GtkWidget         *yes_button;
};

typedef enum
{
  SIGNAL_SAID_YES,
} CoachSessionQuestionSignal;

static guint signals[SIGNAL_SAID_YES + 1];

/**
 * CoachSessionQuestion:
 *
 * A question over the screen of a session, before keys lead away from a move. The keyboard begins
 * at the answer that changes nothing. It is hidden while nothing is asked.
 */
G_DEFINE_FINAL_TYPE (CoachSessionQuestion, coach_session_question, GTK_TYPE_WIDGET)

static const struct
{
  const char *heading;
  const char *body;
  const char *yes;
} texts[] = {
  [COACH_SESSION_ASKED_SKIP] = { N_("Skip this move?"), N_("What you have done of it is kept."),
                                 N_("Skip") },
  [COACH_SESSION_ASKED_BACK] = { N_("Go back?"),
                                 N_("This move begins again. If it has only just begun, the one "
                                    "before it does."),
                                 N_("Go back") },
  [COACH_SESSION_ASKED_STOP] = { N_("End the session?"), N_("What you have done is kept."),
                                 N_("End") },
};

static void
stay_clicked_cb (CoachSessionQuestion *self)
{
  coach_session_question_withdraw (self);
}

static void
yes_clicked_cb (CoachSessionQuestion *self)
{
  coach_session_question_withdraw (self);
  g_signal_emit (self, signals[SIGNAL_SAID_YES], 0);
}

static void
coach_session_question_dispose (GObject *object)
{
  CoachSessionQuestion *self = COACH_SESSION_QUESTION (object);

  g_clear_weak_pointer (&self->before);
  gtk_widget_dispose_template (GTK_WIDGET (self), COACH_TYPE_SESSION_QUESTION);

  G_OBJECT_CLASS (coach_session_question_parent_class)->dispose (object);
}

static void
coach_session_question_class_init (CoachSessionQuestionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = coach_session_question_dispose;

  /**
   * CoachSessionQuestion::said-yes:
   *
   * The answer was yes; the question is closed already.
   */
  signals[SIGNAL_SAID_YES] = g_signal_new ("said-yes", G_TYPE_FROM_CLASS (klass),
                                           G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (COACH_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ALERT_DIALOG);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/lowtide/Lowtide/ui/widgets/coach-session-question.ui");
  gtk_widget_class_bind_template_child (widget_class, CoachSessionQuestion, content);
  gtk_widget_class_bind_template_child (widget_class, CoachSessionQuestion, heading);
  gtk_widget_class_bind_template_child (widget_class, CoachSessionQuestion, body);
  gtk_widget_class_bind_template_child (widget_class, CoachSessionQuestion, stay_button);
  gtk_widget_class_bind_template_child (widget_class, CoachSessionQuestion, yes_button);
  gtk_widget_class_bind_template_callback (widget_class, stay_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, yes_clicked_cb);
}

static void
coach_session_question_init (CoachSessionQuestion *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_MODAL, TRUE, -1);
}

/* A screen reader that comes to the first answer reads the question with it. */
static void
set_texts (CoachSessionQuestion *self)
{
  gtk_label_set_text (self->heading, _(texts[self->asked].heading));
  gtk_label_set_text (self->body, _(texts[self->asked].body));
  gtk_button_set_label (GTK_BUTTON (self->yes_button), _(texts[self->asked].yes));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _(texts[self->asked].heading), -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->stay_button),
                                  GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, self->heading, self->body,
                                  NULL, -1);
}

/**
 * coach_session_question_ask:
 * @self: a question
 * @asked: what to ask
 *
 * Opens, or asks something else if it is open; the focus goes to the answer that changes nothing.
 */
void
coach_session_question_ask (CoachSessionQuestion *self,
                            CoachSessionAsked     asked)
{
  GtkRoot *root;

  g_return_if_fail (COACH_IS_SESSION_QUESTION (self));

  root = gtk_widget_get_root (GTK_WIDGET (self));
  if (root != NULL && !coach_session_question_is_open (self))
    g_set_weak_pointer (&self->before, gtk_root_get_focus (root));
  self->asked = asked;
  set_texts (self);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_widget_grab_focus (self->stay_button);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_focus_visible (GTK_WINDOW (root), TRUE);
}

/**
 * coach_session_question_withdraw:
 * @self: a question
 *
 * Closes, and gives the focus back to what had it. Does nothing when it is not open.
 */
void
coach_session_question_withdraw (CoachSessionQuestion *self)
{
  g_return_if_fail (COACH_IS_SESSION_QUESTION (self));

  if (!coach_session_question_is_open (self))
    return;
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  if (self->before != NULL)
    gtk_widget_grab_focus (self->before);
  g_clear_weak_pointer (&self->before);
}

/**
 * coach_session_question_press:
 * @self: a question that is open
 *
 * Gives the answer that has the focus. Without a focus that is to stay.
 */
void
coach_session_question_press (CoachSessionQuestion *self)
{
  g_return_if_fail (COACH_IS_SESSION_QUESTION (self));

  if (gtk_widget_is_focus (self->yes_button))
    yes_clicked_cb (self);
  else
    stay_clicked_cb (self);
}

/**
 * coach_session_question_is_open:
 * @self: a question
 *
 * Tells whether it waits for an answer.
 *
 * Returns: whether it does
 */
gboolean
coach_session_question_is_open (CoachSessionQuestion *self)
{
  g_return_val_if_fail (COACH_IS_SESSION_QUESTION (self), FALSE);

  return gtk_widget_get_visible (GTK_WIDGET (self));
}

/**
 * coach_session_question_get_asked:
 * @self: a question
 *
 * Gets what is asked, or was asked last.
 *
 * Returns: what
 */
CoachSessionAsked
coach_session_question_get_asked (CoachSessionQuestion *self)
{
  g_return_val_if_fail (COACH_IS_SESSION_QUESTION (self), COACH_SESSION_ASKED_STOP);

  return self->asked;
}
