#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-question-row.h"

#include <glib/gi18n.h>

#include "coach-answer-buttons.h"
#include "coach-spin-scroll.h"

struct _CoachQuestionRow
{
  GtkWidget                     parent_instance;

  CoachAppContext              *context;  /* (owned) (not nullable) */
  CoachQuestionsState          *state;    /* (unowned): it outlives the row */
  const CoachScreeningQuestion *question; /* (unowned): of the catalogue */

  GtkWidget                    *content;
  GtkLabel                     *question_label;
  CoachAnswerButtons           *answer_buttons;
  GtkWidget                    *unless_box;
  GtkLabel                     *unless_label;
  CoachAnswerButtons           *unless_buttons;
  GtkWidget                    *detail_box;
  GtkLabel                     *detail_label;
  GtkSpinButton                *weeks_spin;
  GtkMenuButton                *date_button;
  GtkCalendar                  *calendar;
  GtkLabel                     *unknown_label;
  GtkWidget                    *advice_box;
  GtkLabel                     *unsure_label;
  GtkLabel                     *advice_label;
};

typedef enum
{
  SIGNAL_ANSWERED,
} CoachQuestionRowSignal;

static guint signals[SIGNAL_ANSWERED + 1];

/**
 * CoachQuestionRow:
 *
 * A warning-sign question with its three answers. A yes brings what belongs to it: the second
 * question, the week or the day, and what to do.
 */
G_DEFINE_FINAL_TYPE (CoachQuestionRow, coach_question_row, GTK_TYPE_WIDGET)

static void
tell (CoachQuestionRow *self)
{
  coach_question_row_update (self);
  g_signal_emit (self, signals[SIGNAL_ANSWERED], 0);
}

static void
answered_cb (CoachQuestionRow *self)
{
  coach_questions_state_answer (self->state, self->question,
                                coach_answer_buttons_get_answer (self->answer_buttons));
  tell (self);
}

static void
unless_answered_cb (CoachQuestionRow *self)
{
  coach_questions_state_answer_unless (self->state, self->question,
                                       coach_answer_buttons_get_answer (self->unless_buttons));
  tell (self);
}

static void
weeks_changed_cb (CoachQuestionRow *self)
{
  coach_questions_state_set_weeks (self->state, self->question,
                                   (guint) gtk_spin_button_get_value_as_int (self->weeks_spin));
}

static void
day_selected_cb (CoachQuestionRow *self)
{
  g_autoptr (GDateTime) selected = gtk_calendar_get_date (self->calendar);
  /* Translators: day, month and year, see strftime */
  g_autofree char *text = g_date_time_format (selected, C_ ("date", "%-d %B %Y"));
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_dmy (&day, (GDateDay) g_date_time_get_day_of_month (selected),
                  (GDateMonth) g_date_time_get_month (selected),
                  (GDateYear) g_date_time_get_year (selected));
  coach_questions_state_set_date (self->state, self->question, &day);
  gtk_menu_button_set_label (self->date_button, text);
}

static void
update_detail (CoachQuestionRow *self)
{
  CoachScreeningDetail detail = coach_questions_state_get_detail (self->state, self->question);

  gtk_widget_set_visible (self->detail_box, detail != COACH_SCREENING_DETAIL_NONE);
  gtk_widget_set_visible (GTK_WIDGET (self->weeks_spin), detail == COACH_SCREENING_DETAIL_WEEKS);
  gtk_widget_set_visible (GTK_WIDGET (self->date_button), detail == COACH_SCREENING_DETAIL_DATE);
  if (detail == COACH_SCREENING_DETAIL_NONE)
    return;
  gtk_label_set_text (self->detail_label, self->question->detail_question);
  gtk_label_set_text (self->unknown_label,
                      detail == COACH_SCREENING_DETAIL_WEEKS
                          ? _("Leave it at 0 if you would rather not say: then the careful rules "
                              "hold.")
                          : _("If you do not choose a day, the careful rules hold."));
}

static void
update_advice (CoachQuestionRow *self)
{
  const char *advice = coach_questions_state_get_advice (self->state, self->question);
  const CoachScreeningAnswer *given = coach_questions_state_get_given (self->state, self->question);
  g_autofree char *filled = NULL;

  gtk_widget_set_visible (self->advice_box, advice != NULL);
  if (advice == NULL)
    return;
  filled = coach_app_context_dup_filled (self->context, advice);
  gtk_label_set_text (self->advice_label, filled);
  gtk_widget_set_visible (GTK_WIDGET (self->unsure_label),
                          given->answer == COACH_ANSWER_NOT_SURE);
}

static void
coach_question_row_dispose (GObject *object)
{
  CoachQuestionRow *self = COACH_QUESTION_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), COACH_TYPE_QUESTION_ROW);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (coach_question_row_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/lowtide/Lowtide/ui/widgets/coach-question-row.ui");
  gtk_widget_class_bind_template_child (widget_class, CoachQuestionRow, content);
  gtk_widget_class_bind_template_child (widget_class, CoachQuestionRow, question_label);
  gtk_widget_class_bind_template_child (widget_class, CoachQuestionRow, answer_buttons);
  gtk_widget_class_bind_template_child (widget_class, CoachQuestionRow, unless_box);
  gtk_widget_class_bind_template_child (widget_class, CoachQuestionRow, unless_label);
  gtk_widget_class_bind_template_child (widget_class, CoachQuestionRow, unless_buttons);
  gtk_widget_class_bind_template_child (widget_class, CoachQuestionRow, detail_box);
  gtk_widget_class_bind_template_child (widget_class, CoachQuestionRow, detail_label);
  gtk_widget_class_bind_template_child (widget_class, CoachQuestionRow, weeks_spin);
  gtk_widget_class_bind_template_child (widget_class, CoachQuestionRow, date_button);
  gtk_widget_class_bind_template_child (widget_class, CoachQuestionRow, calendar);
  gtk_widget_class_bind_template_child (widget_class, CoachQuestionRow, unknown_label);
  gtk_widget_class_bind_template_child (widget_class, CoachQuestionRow, advice_box);
  gtk_widget_class_bind_template_child (widget_class, CoachQuestionRow, unsure_label);
  gtk_widget_class_bind_template_child (widget_class, CoachQuestionRow, advice_label);
  gtk_widget_class_bind_template_callback (widget_class, answered_cb);
  gtk_widget_class_bind_template_callback (widget_class, unless_answered_cb);
  gtk_widget_class_bind_template_callback (widget_class, weeks_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_selected_cb);
}

static void
coach_question_row_class_init (CoachQuestionRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = coach_question_row_dispose;

  /**
   * CoachQuestionRow::answered:
   *
   * An answer is in the state.
   */
  signals[SIGNAL_ANSWERED] = g_signal_new ("answered", G_TYPE_FROM_CLASS (klass),
                                           G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (COACH_TYPE_ANSWER_BUTTONS);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  bind_template (widget_class);
}

static void
coach_question_row_init (CoachQuestionRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  coach_spin_let_page_scroll (self->weeks_spin);
}

static void
show_question (CoachQuestionRow *self)
{
  g_autofree char *text = coach_app_context_dup_filled (self->context, self->question->question);

  gtk_label_set_text (self->question_label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  coach_answer_buttons_set_question (self->answer_buttons, text);
  if (self->question->unless != NULL)
    {
      gtk_label_set_text (self->unless_label, self->question->unless->question);
      coach_answer_buttons_set_question (self->unless_buttons, self->question->unless->question);
    }
  if (self->question->detail_question != NULL)
    {
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->weeks_spin),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      self->question->detail_question, -1);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->date_button),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      self->question->detail_question, -1);
    }
}

/**
 * coach_question_row_new:
 * @context: what pages are given
 * @state: what is being answered; it outlives the row
 * @question: one of its questions
 *
 * Makes the row of a question.
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
coach_question_row_new (CoachAppContext              *context,
                        CoachQuestionsState          *state,
                        const CoachScreeningQuestion *question)
{
  CoachQuestionRow *self;

  g_return_val_if_fail (COACH_IS_APP_CONTEXT (context), NULL);
  g_return_val_if_fail (state != NULL, NULL);
  g_return_val_if_fail (question != NULL, NULL);

  self = g_object_new (COACH_TYPE_QUESTION_ROW, NULL);
  self->context = g_object_ref (context);
  self->state = state;
  self->question = question;
  show_question (self);
  coach_question_row_update (self);
  return GTK_WIDGET (self);
}

/**
 * coach_question_row_update:
 * @self: a row
 *
 * Shows what the state says of the question.
 */
void
coach_question_row_update (CoachQuestionRow *self)
{
  const CoachScreeningAnswer *given;

  g_return_if_fail (COACH_IS_QUESTION_ROW (self));

  given = coach_questions_state_get_given (self->state, self->question);
  coach_answer_buttons_set_answer (self->answer_buttons, given->answer);
  coach_answer_buttons_set_answer (self->unless_buttons, given->unless);
  gtk_widget_set_visible (self->unless_box,
                          coach_questions_state_asks_unless (self->state, self->question));
  update_detail (self);
  update_advice (self);
}
