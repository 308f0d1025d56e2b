#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-questions-page.h"

#include "coach-questions-view.h"

struct _CoachQuestionsPage
{
  AdwBin              parent_instance;

  CoachQuestionsView *view;
};

typedef enum
{
  SIGNAL_FINISHED,
  SIGNAL_HELP,
} CoachQuestionsPageSignal;

static guint signals[SIGNAL_HELP + 1];

/**
 * CoachQuestionsPage:
 *
 * Asks warning-sign questions again, by themselves.
 */
G_DEFINE_FINAL_TYPE (CoachQuestionsPage, coach_questions_page, ADW_TYPE_BIN)

static void
finished_cb (CoachQuestionsPage *self)
{
  g_signal_emit (self, signals[SIGNAL_FINISHED], 0);
}

static void
help_cb (CoachQuestionsPage *self)
{
  g_signal_emit (self, signals[SIGNAL_HELP], 0);
}

static void
go_back_cb (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  if (!coach_questions_view_go_back (COACH_QUESTIONS_PAGE (widget)->view))
    gtk_widget_activate_action (widget, "win.back", NULL);
}

static void
coach_questions_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), COACH_TYPE_QUESTIONS_PAGE);

  G_OBJECT_CLASS (coach_questions_page_parent_class)->dispose (object);
}

static void
coach_questions_page_class_init (CoachQuestionsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = coach_questions_page_dispose;

  /**
   * CoachQuestionsPage::finished:
   *
   * All questions have an answer.
   */
  signals[SIGNAL_FINISHED] = g_signal_new ("finished", G_TYPE_FROM_CLASS (klass),
                                           G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * CoachQuestionsPage::help:
   *
   * An answer turned exercises off: it is time to say what to do.
   */
  signals[SIGNAL_HELP] = g_signal_new ("help", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (COACH_TYPE_QUESTIONS_VIEW);
  gtk_widget_class_install_action (widget_class, "questions-page.back", NULL, go_back_cb);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/lowtide/Lowtide/ui/pages/coach-questions-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CoachQuestionsPage, view);
  gtk_widget_class_bind_template_callback (widget_class, finished_cb);
  gtk_widget_class_bind_template_callback (widget_class, help_cb);
}

static void
coach_questions_page_init (CoachQuestionsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * coach_questions_page_new:
 * @context: what pages are given
 * @questions: (element-type CoachScreeningQuestion): what is asked; at least one
 * @by_group: whether each group has a page of its own
 *
 * Makes a page that asks. What is answered is kept at once.
 *
 * Returns: (transfer floating): a page
 */
GtkWidget *
coach_questions_page_new (CoachAppContext *context,
                          GPtrArray       *questions,
                          gboolean         by_group)
{
  CoachQuestionsPage *self = g_object_new (COACH_TYPE_QUESTIONS_PAGE, NULL);

  coach_questions_view_ask (self->view, context, questions, by_group);
  return GTK_WIDGET (self);
}

/**
 * coach_questions_page_say_yes:
 * @self: a page
 * @id: the id of one of its questions
 *
 * Answers a question with what the person has said already.
 */
void
coach_questions_page_say_yes (CoachQuestionsPage *self,
                              const char         *id)
{
  g_return_if_fail (COACH_IS_QUESTIONS_PAGE (self));
  g_return_if_fail (id != NULL);

  coach_questions_view_say_yes (self->view, id);
}
