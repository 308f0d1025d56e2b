#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-today-page.h"

#include <glib/gi18n.h>

#include "coach-check-card.h"
#include "coach-clip-view.h"
#include "coach-flare-row.h"
#include "coach-notice-bar.h"
#include "coach-pack-card.h"
#include "coach-reflow-layout.h"
#include "coach-sitting-card.h"
#include "coach-today-facts.h"
#include "coach-today-page-state.h"
#include "coach-trend-card.h"
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
  CoachCheckCard      *check_card;
  CoachTrendCard      *trend_card;
  GtkWidget           *hero;
  CoachNoticeBar      *notice_bar;
  CoachClipView       *picture;
  GtkLabel            *pill_label;
  GtkWidget           *half_dose_label;
  GtkLabel            *title_label;
  GtkLabel            *goal_label;
  GtkLabel            *meta_label;
  GtkLabel            *reason_label;
  GtkLabel            *changes_label;
  GtkBox              *positions;
  GtkWidget           *routine_buttons;
  GtkWidget           *start_button;
  GtkWidget           *steps_button;
  GtkWidget           *print_button;
  GtkWidget           *about_you_button;
  GtkWidget           *warning_button;
  CoachFlareRow       *flare_row;
  CoachPackCard       *pack_card;
  CoachSittingCard    *sitting_card;
  GtkBox              *leave_out_chips;
};

/**
 * CoachTodayPage:
 *
 * The first screen: what is good today and why, and what to leave out.
 */
G_DEFINE_FINAL_TYPE (CoachTodayPage, coach_today_page, ADW_TYPE_BIN)

static void
set_text (GtkLabel   *label,
          const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

/* Why a routine was chosen is an aside; why there is none is what the card has to say. */
static void
set_dim (GtkLabel *label,
         gboolean  is_dim)
{
  if (is_dim)
    gtk_widget_add_css_class (GTK_WIDGET (label), "dim-label");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (label), "dim-label");
}

static void
remove_children (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static GtkWidget *
add_chip (GtkBox     *chips,
          const char *label,
          const char *action,
          const char *target)
{
  GtkWidget *chip = gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (chip), action);
  if (target != NULL)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (chip), "s", target);
  /* In large letters a name may be wider than the window. */
  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (chip))), TRUE);
  gtk_widget_add_css_class (chip, "chip");
  gtk_box_append (chips, chip);
  return chip;
}

/* The picture of the routine, else of the first position of ease. */
static char *
find_still (CoachTodayPage *self)
{
  if (self->state->routine != NULL)
    return coach_app_context_find_routine_still (self->context, self->state->routine);
  if (self->state->positions->len > 0)
    return coach_app_context_find_still (self->context, self->state->positions->pdata[0]);
  return NULL;
}

static void
update_picture (CoachTodayPage *self)
{
  g_autofree char *still = find_still (self);

  g_object_set (self->picture, "still-path", still, "visible", still != NULL, "description",
                self->state->title, NULL);
}

static void
update_positions (CoachTodayPage *self)
{
  remove_children (self->positions);
  for (guint i = 0; i < self->state->positions->len; i++)
    {
      CoachMove *move = self->state->positions->pdata[i];

      add_chip (self->positions, coach_move_get_name (move), "win.show-move",
                coach_move_get_id (move));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->positions), self->state->positions->len > 0);
}

static void
update_hero (CoachTodayPage *self)
{
  CoachTodayPageState *state = self->state;
  const char *id = state->routine != NULL ? coach_routine_get_id (state->routine) : "";

  gtk_label_set_text (self->pill_label, state->pill);
  gtk_widget_set_visible (self->half_dose_label, state->is_half_dose);
  gtk_label_set_text (self->title_label, state->title);
  set_text (self->goal_label, state->goal);
  set_text (self->meta_label, state->meta);
  gtk_label_set_text (self->reason_label, state->reason);
  set_dim (self->reason_label, state->routine != NULL);
  set_text (self->changes_label, state->changes);
  gtk_widget_set_visible (self->routine_buttons, state->routine != NULL);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->start_button), "s", id);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->steps_button), "s", id);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->print_button), "s", id);
  gtk_widget_set_visible (self->about_you_button, state->kind == COACH_CHOICE_NOTHING);
  gtk_widget_set_visible (self->warning_button, state->kind == COACH_CHOICE_BLOCKED);
  update_picture (self);
  update_positions (self);
}

static void
update_leave_out (CoachTodayPage *self)
{
  GPtrArray *left_out = self->state->left_out;
  g_autofree char *more = NULL;

  remove_children (self->leave_out_chips);
  for (guint i = 0; i < MIN (left_out->len, MAX_CHIPS); i++)
    {
      const CoachLeftOut *item = g_ptr_array_index (left_out, i);

      gtk_widget_add_css_class (add_chip (self->leave_out_chips, item->label, "win.show-move",
                                          coach_move_get_id (item->move)),
                                "avoid");
    }
  if (left_out->len <= MAX_CHIPS)
    return;
  /* Translators: how many more moves there are to leave out */
  more = g_strdup_printf (ngettext ("%u more", "%u more", left_out->len - MAX_CHIPS),
                          left_out->len - MAX_CHIPS);
  gtk_widget_add_css_class (add_chip (self->leave_out_chips, more, "win.show-avoid", NULL),
                            "avoid");
}

/* What warns is read before a session is offered; what goes on as it does comes after it. */
static void
place_trend (CoachTodayPage *self)
{
  GtkWidget *box = gtk_widget_get_parent (GTK_WIDGET (self->trend_card));
  CoachTrend trend = coach_app_context_get_trend (self->context);
  gboolean warns = trend == COACH_TREND_FLARE || trend == COACH_TREND_SPREADING
                   || trend == COACH_TREND_URGENT;

  gtk_box_reorder_child_after (GTK_BOX (box), GTK_WIDGET (self->trend_card),
                               warns ? GTK_WIDGET (self->check_card) : self->hero);
}

static void
update_widgets (CoachTodayPage *self)
{
  g_auto (CoachTodayFacts) today = { 0 };
  g_autofree char *date = NULL;

  if (self->context == NULL)
    return;
  coach_today_facts_init (&today, self->context);
  /* Translators: weekday, day of the month and month, see strftime */
  date = g_date_time_format (today.now, C_ ("date", "%A %-d %B"));
  g_clear_pointer (&self->state, coach_today_page_state_free);
  self->state = coach_today_page_state_from (&today.facts);
  gtk_label_set_text (self->date_label, date);
  gtk_label_set_text (self->greeting_label, coach_today_page_state_get_greeting (self->state));
  update_hero (self);
  update_leave_out (self);
  place_trend (self);
}

static void
refreshed_cb (CoachTodayPage *self)
{
  update_widgets (self);
}

/* The day goes on while the page is not looked at. */
static void
coach_today_page_map (GtkWidget *widget)
{
  update_widgets (COACH_TODAY_PAGE (widget));
  coach_check_card_update (COACH_TODAY_PAGE (widget)->check_card);

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
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, CoachTodayPage, about_you_button);
  gtk_widget_class_bind_template_child (widget_class, CoachTodayPage, changes_label);
  gtk_widget_class_bind_template_child (widget_class, CoachTodayPage, check_card);
  gtk_widget_class_bind_template_child (widget_class, CoachTodayPage, hero);
  gtk_widget_class_bind_template_child (widget_class, CoachTodayPage, date_label);
  gtk_widget_class_bind_template_child (widget_class, CoachTodayPage, flare_row);
  gtk_widget_class_bind_template_child (widget_class, CoachTodayPage, goal_label);
  gtk_widget_class_bind_template_child (widget_class, CoachTodayPage, greeting_label);
  gtk_widget_class_bind_template_child (widget_class, CoachTodayPage, half_dose_label);
  gtk_widget_class_bind_template_child (widget_class, CoachTodayPage, leave_out_chips);
  gtk_widget_class_bind_template_child (widget_class, CoachTodayPage, meta_label);
  gtk_widget_class_bind_template_child (widget_class, CoachTodayPage, notice_bar);
  gtk_widget_class_bind_template_child (widget_class, CoachTodayPage, pack_card);
  gtk_widget_class_bind_template_child (widget_class, CoachTodayPage, picture);
  gtk_widget_class_bind_template_child (widget_class, CoachTodayPage, pill_label);
  gtk_widget_class_bind_template_child (widget_class, CoachTodayPage, positions);
  gtk_widget_class_bind_template_child (widget_class, CoachTodayPage, print_button);
  gtk_widget_class_bind_template_child (widget_class, CoachTodayPage, reason_label);
  gtk_widget_class_bind_template_child (widget_class, CoachTodayPage, routine_buttons);
  gtk_widget_class_bind_template_child (widget_class, CoachTodayPage, warning_button);
  gtk_widget_class_bind_template_child (widget_class, CoachTodayPage, sitting_card);
  gtk_widget_class_bind_template_child (widget_class, CoachTodayPage, start_button);
  gtk_widget_class_bind_template_child (widget_class, CoachTodayPage, steps_button);
  gtk_widget_class_bind_template_child (widget_class, CoachTodayPage, title_label);
  gtk_widget_class_bind_template_child (widget_class, CoachTodayPage, trend_card);
}

static void
coach_today_page_class_init (CoachTodayPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = coach_today_page_dispose;
  widget_class->map = coach_today_page_map;

  g_type_ensure (COACH_TYPE_CHECK_CARD);
  g_type_ensure (COACH_TYPE_CLIP_VIEW);
  g_type_ensure (COACH_TYPE_FLARE_ROW);
  g_type_ensure (COACH_TYPE_NOTICE_BAR);
  g_type_ensure (COACH_TYPE_PACK_CARD);
  g_type_ensure (COACH_TYPE_REFLOW_LAYOUT);
  g_type_ensure (COACH_TYPE_SITTING_CARD);
  g_type_ensure (COACH_TYPE_TREND_CARD);
  g_type_ensure (COACH_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/lowtide/Lowtide/ui/pages/coach-today-page.ui");
  bind_template (widget_class);
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
  coach_check_card_set_context (self->check_card, context);
  coach_flare_row_set_context (self->flare_row, context);
  coach_notice_bar_set_context (self->notice_bar, context);
  coach_pack_card_set_context (self->pack_card, context);
  coach_sitting_card_set_context (self->sitting_card, context);
  coach_trend_card_set_context (self->trend_card, context);
  g_signal_connect_object (context, "refreshed", G_CALLBACK (refreshed_cb), self,
                           G_CONNECT_SWAPPED);
  update_widgets (self);
}

/**
 * coach_today_page_get_routine:
 * @self: a page
 *
 * Gets the routine that is recommended now.
 *
 * Returns: (transfer none) (nullable): a routine; %NULL on a day without one
 */
CoachRoutine *
coach_today_page_get_routine (CoachTodayPage *self)
{
  g_return_val_if_fail (COACH_IS_TODAY_PAGE (self), NULL);

  return self->state != NULL ? self->state->routine : NULL;
}

/**
 * coach_today_page_focus_check:
 * @self: a page
 *
 * Goes to the question of how it is after a session, where one is open.
 */
void
coach_today_page_focus_check (CoachTodayPage *self)
{
  g_return_if_fail (COACH_IS_TODAY_PAGE (self));

  gtk_widget_child_focus (GTK_WIDGET (self->check_card), GTK_DIR_TAB_FORWARD);
}
