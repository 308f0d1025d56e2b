#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-today-page.h"

#include <glib/gi18n.h>

#include "coach-clip-view.h"
#include "coach-phrases.h"
#include "coach-reflow-layout.h"
#include "coach-today-page-state.h"
#include "coach-wrap-layout.h"

/* More would bury the button below them; the last chip counts what is left. */
#define MAX_CHIPS 5

struct _CoachTodayPage
{
  AdwBin               parent_instance;

  CoachAppContext     *context; /* (owned) (nullable) until it is set */
  CoachTodayPageState *state;   /* (owned) (nullable) until it is set */

  GtkLabel            *date_label;
  GtkLabel            *greeting_label;
  GtkWidget           *hero;
  GtkWidget           *empty_page;
  CoachClipView       *picture;
  GtkLabel            *title_label;
  GtkLabel            *goal_label;
  GtkLabel            *meta_label;
  GtkLabel            *reason_label;
  GtkWidget           *start_button;
  GtkWidget           *steps_button;
  GtkBox              *leave_out_chips;
};

/**
 * CoachTodayPage:
 *
 * The first screen: the routine that fits now, and what to leave out.
 */
G_DEFINE_FINAL_TYPE (CoachTodayPage, coach_today_page, ADW_TYPE_BIN)

static void
update_hero (CoachTodayPage *self)
{
  CoachRoutine *routine = self->state->routine;
  g_autofree char *meta = NULL;
  g_autofree char *reason = NULL;
  g_autofree char *still = NULL;

  gtk_widget_set_visible (self->hero, routine != NULL);
  gtk_widget_set_visible (self->empty_page, routine == NULL);
  if (routine == NULL)
    return;
  meta = coach_phrases_describe_routine (routine);
  reason = coach_today_page_state_dup_reason (self->state,
                                              coach_app_context_get_catalog (self->context),
                                              coach_app_context_get_profile (self->context));
  still = coach_app_context_find_routine_still (self->context, routine);
  gtk_label_set_text (self->title_label, coach_routine_get_title (routine));
  gtk_label_set_text (self->goal_label, coach_routine_get_goal (routine));
  gtk_label_set_text (self->meta_label, meta);
  gtk_label_set_text (self->reason_label, reason);
  g_object_set (self->picture, "still-path", still, "visible", still != NULL, "description",
                coach_routine_get_title (routine), NULL);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->start_button), "s",
                                    coach_routine_get_id (routine));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->steps_button), "s",
                                    coach_routine_get_id (routine));
}

static void
add_chip (CoachTodayPage *self,
          const char     *label,
          const char     *action,
          const char     *target)
{
  GtkWidget *chip = gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (chip), action);
  if (target != NULL)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (chip), "s", target);
  /* In large letters a name may be wider than the window. */
  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (chip))), TRUE);
  gtk_widget_add_css_class (chip, "chip");
  gtk_widget_add_css_class (chip, "avoid");
  gtk_box_append (self->leave_out_chips, chip);
}

static void
update_leave_out (CoachTodayPage *self)
{
  GPtrArray *moves = self->state->leave_out;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->leave_out_chips))) != NULL)
    gtk_box_remove (self->leave_out_chips, child);
  for (guint i = 0; i < MIN (moves->len, MAX_CHIPS); i++)
    {
      CoachMove *move = g_ptr_array_index (moves, i);

      add_chip (self, coach_move_get_name (move), "win.show-move", coach_move_get_id (move));
    }
  if (moves->len > MAX_CHIPS)
    {
      g_autofree char *more = NULL;

      /* Translators: how many more moves there are to leave out */
      more = g_strdup_printf (ngettext ("%u more", "%u more", moves->len - MAX_CHIPS),
                              moves->len - MAX_CHIPS);
      add_chip (self, more, "win.show-avoid", NULL);
    }
}

static void
update_widgets (CoachTodayPage *self)
{
  g_autoptr (GDateTime) now = NULL;
  g_autofree char *date = NULL;

  if (self->context == NULL)
    return;
  now = coach_clock_get_local_time (coach_app_context_get_clock (self->context));
  /* Translators: weekday, day of the month and month, see strftime */
  date = g_date_time_format (now, C_ ("date", "%A %-d %B"));
  g_clear_pointer (&self->state, coach_today_page_state_free);
  self->state = coach_today_page_state_from (coach_app_context_get_catalog (self->context),
                                             coach_app_context_get_profile (self->context), now);
  gtk_label_set_text (self->date_label, date);
  gtk_label_set_text (self->greeting_label, coach_today_page_state_get_greeting (self->state));
  update_hero (self);
  update_leave_out (self);
}

static void
profile_changed_cb (CoachTodayPage *self)
{
  update_widgets (self);
}

/* The day goes on while the page is not looked at. */
static void
coach_today_page_map (GtkWidget *widget)
{
  update_widgets (COACH_TODAY_PAGE (widget));

  GTK_WIDGET_CLASS (coach_today_page_parent_class)->map (widget);
}

static void
coach_today_page_dispose (GObject *object)
{
  CoachTodayPage *self = COACH_TODAY_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), COACH_TYPE_TODAY_PAGE);
  g_clear_pointer (&self->state, coach_today_page_state_free);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (coach_today_page_parent_class)->dispose (object);
}

static void
coach_today_page_class_init (CoachTodayPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = coach_today_page_dispose;
  widget_class->map = coach_today_page_map;

  g_type_ensure (COACH_TYPE_CLIP_VIEW);
  g_type_ensure (COACH_TYPE_REFLOW_LAYOUT);
  g_type_ensure (COACH_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/lowtide/Lowtide/ui/pages/coach-today-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CoachTodayPage, date_label);
  gtk_widget_class_bind_template_child (widget_class, CoachTodayPage, empty_page);
  gtk_widget_class_bind_template_child (widget_class, CoachTodayPage, goal_label);
  gtk_widget_class_bind_template_child (widget_class, CoachTodayPage, greeting_label);
  gtk_widget_class_bind_template_child (widget_class, CoachTodayPage, hero);
  gtk_widget_class_bind_template_child (widget_class, CoachTodayPage, leave_out_chips);
  gtk_widget_class_bind_template_child (widget_class, CoachTodayPage, meta_label);
  gtk_widget_class_bind_template_child (widget_class, CoachTodayPage, picture);
  gtk_widget_class_bind_template_child (widget_class, CoachTodayPage, reason_label);
  gtk_widget_class_bind_template_child (widget_class, CoachTodayPage, start_button);
  gtk_widget_class_bind_template_child (widget_class, CoachTodayPage, steps_button);
  gtk_widget_class_bind_template_child (widget_class, CoachTodayPage, title_label);
}

static void
coach_today_page_init (CoachTodayPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * coach_today_page_set_context:
 * @self: a page
 * @context: what pages are given
 *
 * Gives the page its content; called once.
 */
void
coach_today_page_set_context (CoachTodayPage  *self,
                              CoachAppContext *context)
{
  g_return_if_fail (COACH_IS_TODAY_PAGE (self));
  g_return_if_fail (self->context == NULL);

  self->context = g_object_ref (context);
  g_signal_connect_object (coach_app_context_get_profile (context), "changed",
                           G_CALLBACK (profile_changed_cb), self, G_CONNECT_SWAPPED);
  update_widgets (self);
}

/**
 * coach_today_page_get_routine:
 * @self: a page
 *
 * Gets the routine that is recommended now.
 *
 * Returns: (transfer none) (nullable): a routine
 */
CoachRoutine *
coach_today_page_get_routine (CoachTodayPage *self)
{
  g_return_val_if_fail (COACH_IS_TODAY_PAGE (self), NULL);

  return self->state != NULL ? self->state->routine : NULL;
}
