#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-progress-page.h"

#include <glib/gi18n.h>

#include "coach-balance-bar.h"
#include "coach-columns.h"
#include "coach-progress-facts.h"
#include "coach-progress-page-state.h"
#include "coach-reach-view.h"
#include "coach-reflow-layout.h"
#include "coach-report-dialog.h"
#include "coach-wrap-layout.h"

struct _CoachProgressPage
{
  AdwBin               parent_instance;

  CoachAppContext     *context;     /* (owned) (nullable) until it is set */
  GCancellable        *cancellable; /* (owned) (nullable): of the reading that is under way */
  guint                n_back;      /* how many periods back from the newest one */
  gboolean             has_side;    /* whether a leg was chosen */

  GtkStack            *stack;
  GtkBox              *notes_before;
  GtkLabel            *title_label;
  GtkLabel            *text_label;
  GtkBox              *notes_after;
  GtkToggleButton     *left_button;
  GtkToggleButton     *right_button;
  GtkToggleButton     *both_button;
  GtkToggleButton     *week_button;
  GtkToggleButton     *month_button;
  GtkToggleButton     *year_button;
  GtkLabel            *period_label;
  CoachReachView      *left_view;
  CoachReachView      *right_view;
  GtkBox              *cards;
  AdwPreferencesGroup *weeks_group;
  CoachColumns        *columns;
  AdwPreferencesGroup *muscles_group;
  GPtrArray           *muscle_rows; /* (owned) (element-type GtkWidget): unowned rows */
  AdwPreferencesGroup *adherence_group;
  GtkLabel            *session_days_label;
  GtkWidget           *rest_days_row;
  GtkLabel            *rest_days_label;
  GtkWidget           *sitting_group;
  GtkLabel            *sitting_label;
  GtkLabel            *breaks_label;
};

/**
 * CoachProgressPage:
 *
 * How far pain reaches, day by day, and what was done about it. What it shows is read off the main
 * thread when the page is seen, and anew when the diary changes meanwhile.
 */
G_DEFINE_FINAL_TYPE (CoachProgressPage, coach_progress_page, ADW_TYPE_BIN)

static void load (CoachProgressPage *self);

static CoachProgressZoom
get_zoom (CoachProgressPage *self)
{
  if (gtk_toggle_button_get_active (self->week_button))
    return COACH_PROGRESS_WEEK;
  return gtk_toggle_button_get_active (self->year_button) ? COACH_PROGRESS_YEAR
                                                          : COACH_PROGRESS_MONTH;
}

static void
remove_children (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static GtkWidget *
add_label (GtkBox     *box,
           const char *text,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (box, label);
  return label;
}

static void
update_notes (GtkBox    *box,
              char     **notes,
              gboolean   is_warning)
{
  remove_children (box);
  for (guint i = 0; notes[i] != NULL; i++)
    {
      GtkWidget *label = add_label (box, notes[i], is_warning ? "notice" : NULL);

      if (is_warning)
        gtk_widget_add_css_class (label, "caution");
    }
  gtk_widget_set_visible (GTK_WIDGET (box), notes[0] != NULL);
}

/* Read out in one go: a number alone says nothing. */
static void
add_card (CoachProgressPage       *self,
          const CoachProgressCard *card)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL,
                                 "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, "spacing", 2, NULL);
  /* Translators: a number and what it counts, for those who listen */
  g_autofree char *words = g_strdup_printf (C_ ("card", "%s %s"), card->number, card->label);

  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "progress-card");
  add_label (GTK_BOX (box), card->number, "progress-number");
  add_label (GTK_BOX (box), card->label, NULL);
  if (card->note != NULL)
    add_label (GTK_BOX (box), card->note, "dim-label");
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_box_append (self->cards, box);
}

static void
update_cards (CoachProgressPage            *self,
              const CoachProgressPageState *state)
{
  remove_children (self->cards);
  for (guint i = 0; i < COACH_N_PROGRESS_CARDS; i++)
    add_card (self, &state->cards[i]);
}

static void
add_muscle (CoachProgressPage            *self,
            const CoachProgressMuscleRow *muscle)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *bar = coach_balance_bar_new (muscle->shares[COACH_PROGRESS_LEFT],
                                          muscle->shares[COACH_PROGRESS_RIGHT]);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), muscle->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), muscle->words);
  gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), bar);
  adw_preferences_group_add (self->muscles_group, row);
  g_ptr_array_add (self->muscle_rows, row);
}

static void
update_muscles (CoachProgressPage            *self,
                const CoachProgressPageState *state)
{
  for (guint i = 0; i < self->muscle_rows->len; i++)
    adw_preferences_group_remove (self->muscles_group, self->muscle_rows->pdata[i]);
  g_ptr_array_set_size (self->muscle_rows, 0);
  for (guint i = 0; i < state->muscles->len; i++)
    add_muscle (self, g_ptr_array_index (state->muscles, i));
  gtk_widget_set_visible (GTK_WIDGET (self->muscles_group), state->muscles->len > 0);
}

static void
update_groups (CoachProgressPage            *self,
               const CoachProgressPageState *state)
{
  coach_columns_set_values (self->columns, state->weeks, state->weeks_words);
  gtk_widget_set_visible (GTK_WIDGET (self->weeks_group), state->weeks->len > 1);
  gtk_label_set_text (self->session_days_label, state->session_days);
  gtk_label_set_text (self->rest_days_label, state->rest_days);
  gtk_widget_set_visible (self->rest_days_row, *state->rest_days != '\0');
  adw_preferences_group_set_description (self->adherence_group, state->row_words);
  gtk_label_set_text (self->sitting_label, state->sitting);
  gtk_label_set_text (self->breaks_label, state->breaks);
  gtk_widget_set_visible (self->sitting_group, *state->sitting != '\0');
}

static void
update_side (CoachProgressPage *self)
{
  gboolean is_both = gtk_toggle_button_get_active (self->both_button);

  gtk_widget_set_visible (GTK_WIDGET (self->left_view),
                          is_both || gtk_toggle_button_get_active (self->left_button));
  gtk_widget_set_visible (GTK_WIDGET (self->right_view),
                          is_both || gtk_toggle_button_get_active (self->right_button));
}

static void
update_chart (CoachProgressPage   *self,
              const CoachProgress *progress)
{
  coach_reach_view_set_points (self->left_view, _("Left leg"), &progress->first, progress->n_days,
                               progress->reach[COACH_PROGRESS_LEFT]);
  coach_reach_view_set_points (self->right_view, _("Right leg"), &progress->first,
                               progress->n_days, progress->reach[COACH_PROGRESS_RIGHT]);
  update_side (self);
}

static void
update_widgets (CoachProgressPage   *self,
                const CoachProgress *progress)
{
  CoachPainGuide *guide
      = coach_catalog_get_pain_guide (coach_app_context_get_catalog (self->context));
  g_autoptr (CoachProgressPageState) state = coach_progress_page_state_from (
      progress, coach_app_context_get_trend_report (self->context), guide);

  gtk_label_set_text (self->title_label, state->title);
  gtk_label_set_text (self->text_label, state->text);
  update_notes (self->notes_before, state->notes_before, TRUE);
  update_notes (self->notes_after, state->notes_after, FALSE);
  gtk_label_set_text (self->period_label, state->period);
  update_chart (self, progress);
  update_cards (self, state);
  update_groups (self, state);
  update_muscles (self, state);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "progress.later", self->n_back > 0);
}

/* Nothing in a year is nothing at all, for all that this page can say. */
static gboolean
is_empty (CoachProgressPage       *self,
          const CoachDiaryRecords *records)
{
  return self->n_back == 0 && records->checkins->len == 0 && records->sessions->len == 0
         && records->breaks->len == 0;
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CoachDiaryRecords) records
      = coach_diary_read_span_finish (COACH_DIARY (source), result, &error);
  CoachProgressPage *self = user_data;
  g_autoptr (CoachProgress) progress = NULL;

  /* A page that is gone, or reads something else by now, has cancelled this. */
  if (records == NULL && g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (records == NULL)
    {
      g_message ("Progress cannot be read: %s", error->message);
      gtk_stack_set_visible_child_name (self->stack, "failed");
      return;
    }
  g_clear_object (&self->cancellable);
  progress = coach_progress_facts_count (self->context, records, get_zoom (self), self->n_back);
  update_widgets (self, progress);
  gtk_stack_set_visible_child_name (self->stack, is_empty (self, records) ? "empty" : "content");
}

static void
stop_reading (CoachProgressPage *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
load (CoachProgressPage *self)
{
  GDate from, to;

  if (self->context == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  stop_reading (self);
  self->cancellable = g_cancellable_new ();
  coach_progress_facts_get_span (self->context, get_zoom (self), self->n_back, &from, &to);
  coach_diary_read_span_async (coach_app_context_get_diary (self->context), &from, &to,
                               self->cancellable, read_cb, self);
}

static void
refreshed_cb (CoachProgressPage *self)
{
  load (self);
}

/* Of the two buttons that change, the one that is let go says nothing. */
static void
zoom_toggled_cb (CoachProgressPage *self,
                 GtkToggleButton   *button)
{
  if (!gtk_toggle_button_get_active (button))
    return;
  self->n_back = 0;
  load (self);
}

static void
side_toggled_cb (CoachProgressPage *self,
                 GtkToggleButton   *button)
{
  if (gtk_toggle_button_get_active (button))
    update_side (self);
}

static void
earlier_cb (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  COACH_PROGRESS_PAGE (widget)->n_back++;
  load (COACH_PROGRESS_PAGE (widget));
}

static void
later_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  CoachProgressPage *self = COACH_PROGRESS_PAGE (widget);

  self->n_back -= self->n_back > 0 ? 1 : 0;
  load (self);
}

static void
report_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  CoachProgressPage *self = COACH_PROGRESS_PAGE (widget);

  gtk_window_present (GTK_WINDOW (
      coach_report_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)), self->context)));
}

/* The leg that hurts is shown first; who has not said which sees both. */
static void
choose_side (CoachProgressPage *self)
{
  CoachSide side = coach_profile_get_side (coach_app_context_get_profile (self->context));

  if (self->has_side)
    return;
  self->has_side = TRUE;
  if (side != COACH_SIDE_NONE)
    gtk_toggle_button_set_active (side == COACH_SIDE_LEFT ? self->left_button : self->right_button,
                                  TRUE);
}

static void
coach_progress_page_map (GtkWidget *widget)
{
  CoachProgressPage *self = COACH_PROGRESS_PAGE (widget);

  GTK_WIDGET_CLASS (coach_progress_page_parent_class)->map (widget);

  if (self->context != NULL)
    choose_side (self);
  load (self);
}

static void
coach_progress_page_dispose (GObject *object)
{
  CoachProgressPage *self = COACH_PROGRESS_PAGE (object);

  stop_reading (self);
  /* The bin would let go once more of a child that the template has let go of. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), COACH_TYPE_PROGRESS_PAGE);
  g_clear_pointer (&self->muscle_rows, g_ptr_array_unref);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (coach_progress_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, CoachProgressPage, adherence_group);
  gtk_widget_class_bind_template_child (widget_class, CoachProgressPage, both_button);
  gtk_widget_class_bind_template_child (widget_class, CoachProgressPage, breaks_label);
  gtk_widget_class_bind_template_child (widget_class, CoachProgressPage, cards);
  gtk_widget_class_bind_template_child (widget_class, CoachProgressPage, columns);
  gtk_widget_class_bind_template_child (widget_class, CoachProgressPage, left_button);
  gtk_widget_class_bind_template_child (widget_class, CoachProgressPage, left_view);
  gtk_widget_class_bind_template_child (widget_class, CoachProgressPage, month_button);
  gtk_widget_class_bind_template_child (widget_class, CoachProgressPage, muscles_group);
  gtk_widget_class_bind_template_child (widget_class, CoachProgressPage, notes_after);
  gtk_widget_class_bind_template_child (widget_class, CoachProgressPage, notes_before);
  gtk_widget_class_bind_template_child (widget_class, CoachProgressPage, period_label);
  gtk_widget_class_bind_template_child (widget_class, CoachProgressPage, rest_days_label);
  gtk_widget_class_bind_template_child (widget_class, CoachProgressPage, rest_days_row);
  gtk_widget_class_bind_template_child (widget_class, CoachProgressPage, right_button);
  gtk_widget_class_bind_template_child (widget_class, CoachProgressPage, right_view);
  gtk_widget_class_bind_template_child (widget_class, CoachProgressPage, session_days_label);
  gtk_widget_class_bind_template_child (widget_class, CoachProgressPage, sitting_group);
  gtk_widget_class_bind_template_child (widget_class, CoachProgressPage, sitting_label);
  gtk_widget_class_bind_template_child (widget_class, CoachProgressPage, stack);
  gtk_widget_class_bind_template_child (widget_class, CoachProgressPage, text_label);
  gtk_widget_class_bind_template_child (widget_class, CoachProgressPage, title_label);
  gtk_widget_class_bind_template_child (widget_class, CoachProgressPage, week_button);
  gtk_widget_class_bind_template_child (widget_class, CoachProgressPage, weeks_group);
  gtk_widget_class_bind_template_child (widget_class, CoachProgressPage, year_button);
  gtk_widget_class_bind_template_callback (widget_class, side_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, zoom_toggled_cb);
}

static void
coach_progress_page_class_init (CoachProgressPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = coach_progress_page_dispose;
  widget_class->map = coach_progress_page_map;

  g_type_ensure (COACH_TYPE_COLUMNS);
  g_type_ensure (COACH_TYPE_REACH_VIEW);
  g_type_ensure (COACH_TYPE_REFLOW_LAYOUT);
  g_type_ensure (COACH_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/lowtide/Lowtide/ui/pages/coach-progress-page.ui");
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "progress.earlier", NULL, earlier_cb);
  gtk_widget_class_install_action (widget_class, "progress.later", NULL, later_cb);
  gtk_widget_class_install_action (widget_class, "progress.report", NULL, report_cb);
}

static void
coach_progress_page_init (CoachProgressPage *self)
{
  self->muscle_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * coach_progress_page_set_context:
 * @self: a page
 * @context: what pages are given
 *
 * Gives the page its content; called once.
 */
void
coach_progress_page_set_context (CoachProgressPage *self,
                                 CoachAppContext   *context)
{
  g_return_if_fail (COACH_IS_PROGRESS_PAGE (self));
  g_return_if_fail (self->context == NULL);

  self->context = g_object_ref (context);
  g_signal_connect_object (context, "refreshed", G_CALLBACK (refreshed_cb), self,
                           G_CONNECT_SWAPPED);
  load (self);
}
