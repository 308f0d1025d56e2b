#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-pack-controller.h"

#include <glib/gi18n.h>

#include "coach-pack-card-state.h"
#include "coach-pack-offer.h"
#include "coach-pack-window.h"
#include "coach-window.h"
#include "player.h"

#define NOTIFICATION_ID "pack"

#define ACTION_SHOW      "show-pack"
#define ACTION_START     "start-pack"
#define ACTION_SKIN_FINE "pack-skin-fine"
#define ACTION_TAKEN_OFF "pack-taken-off"

struct _CoachPackController
{
  GObject          parent_instance;

  GtkApplication  *application;   /* (unowned) (not nullable): owns the controller */
  CoachAppContext *context;       /* (owned) (not nullable) */
  CoachPackTimer  *timer;         /* (owned) (not nullable): the context's */
  CoachSound      *bell;          /* (owned) (nullable): NULL when its file is missing */

  GtkWidget       *window;        /* (nullable): of the questions, while they are asked */
  gboolean         holds;         /* whether the process is kept for a pack */
  guint            inhibit_id;    /* 0 when the machine may fall asleep */
};

/**
 * CoachPackController:
 *
 * What the process does for a warm or cold pack: the actions `app.start-pack`, `app.show-pack`,
 * `app.pack-skin-fine` and `app.pack-taken-off`, by which cards, notifications and other programs
 * all go through the same rules; the notification and the bell; and staying there while the pack is
 * on, with or without a window. No action starts a pack without its questions.
 */
G_DEFINE_FINAL_TYPE (CoachPackController, coach_pack_controller, G_TYPE_OBJECT)

static CoachWindow *
present_window (CoachPackController *self)
{
  GList *windows;

  g_application_activate (G_APPLICATION (self->application));
  windows = gtk_application_get_windows (self->application);
  for (GList *l = windows; l != NULL; l = l->next)
    if (COACH_IS_WINDOW (l->data))
      return l->data;
  return NULL;
}

/* The person may be away from the program, or from the machine: neither is to end while a pack is
 * on, and a machine that sleeps rings no bell. */
static void
stay (CoachPackController *self)
{
  if (self->holds)
    return;
  self->holds = TRUE;
  g_application_hold (G_APPLICATION (self->application));
  self->inhibit_id = gtk_application_inhibit (self->application, NULL,
                                              GTK_APPLICATION_INHIBIT_SUSPEND,
                                              _("A warm or cold pack is on"));
}

static void
leave (CoachPackController *self)
{
  if (!self->holds)
    return;
  self->holds = FALSE;
  if (self->inhibit_id != 0)
    gtk_application_uninhibit (self->application, self->inhibit_id);
  self->inhibit_id = 0;
  g_application_release (G_APPLICATION (self->application));
}

static void
enable (CoachPackController *self,
        const char          *action,
        gboolean             enabled)
{
  GAction *found = g_action_map_lookup_action (G_ACTION_MAP (self->application), action);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (found), enabled);
}

static void
update_actions (CoachPackController *self)
{
  CoachPackStage stage = coach_pack_timer_get_stage (self->timer);

  enable (self, ACTION_SKIN_FINE, stage == COACH_PACK_CHECK_SKIN);
  enable (self, ACTION_TAKEN_OFF, stage != COACH_PACK_OFF);
}

/* Taken back first, so that servers show it anew instead of changing one that nobody looks at. */
static void
notify (CoachPackController *self)
{
  g_autoptr (CoachPackCardState) state = coach_pack_card_state_from (self->context);
  g_autoptr (GNotification) notification = g_notification_new (state->headline);
  gboolean is_over = state->stage == COACH_PACK_TAKE_OFF;

  g_notification_set_body (notification, state->prompt);
  g_notification_set_priority (notification, is_over ? G_NOTIFICATION_PRIORITY_HIGH
                                                     : G_NOTIFICATION_PRIORITY_NORMAL);
  g_notification_set_default_action (notification, "app." ACTION_SHOW);
  if (!is_over)
    g_notification_add_button (notification, _("Skin is fine"), "app." ACTION_SKIN_FINE);
  g_notification_add_button (notification, _("Taken off"), "app." ACTION_TAKEN_OFF);

  g_application_withdraw_notification (G_APPLICATION (self->application), NOTIFICATION_ID);
  g_application_send_notification (G_APPLICATION (self->application), NOTIFICATION_ID,
                                   notification);
}

static void
call (CoachPackController *self)
{
  notify (self);
  if (self->bell != NULL)
    coach_sound_play (self->bell);
}

static void
fall_silent (CoachPackController *self)
{
  g_application_withdraw_notification (G_APPLICATION (self->application), NOTIFICATION_ID);
  if (self->bell != NULL)
    coach_sound_stop (self->bell);
}

static void
timer_changed_cb (CoachPackController *self)
{
  switch (coach_pack_timer_get_stage (self->timer))
    {
    case COACH_PACK_OFF:
      fall_silent (self);
      break;
    case COACH_PACK_ON:
      stay (self);
      fall_silent (self);
      break;
    case COACH_PACK_CHECK_SKIN:
    case COACH_PACK_TAKE_OFF:
      call (self);
      break;
    default:
      g_assert_not_reached ();
    }
  update_actions (self);
}

/* Kept first: writing the diary down keeps the process by itself. */
static void
pack_ended_cb (CoachPackController *self,
               int                  kind,
               GDateTime           *began,
               gint64               worn_us)
{
  coach_diary_add_pack (coach_app_context_get_diary (self->context), (CoachPackKind) kind, began,
                        (guint) (worn_us / G_USEC_PER_SEC));
  leave (self);
}

/* The rules are asked again: the questions may have stood there for hours. */
static void
agreed_cb (CoachPackController *self,
           int                  kind)
{
  CoachCatalog *catalog = coach_app_context_get_catalog (self->context);
  CoachSafetyGuide *guide = coach_catalog_get_safety_guide (catalog);
  g_autoptr (CoachPackOffer) offer = coach_pack_offer_new (self->context, (CoachPackKind) kind);

  if (coach_pack_offer_is_allowed (offer))
    coach_pack_timer_start (self->timer, offer->kind,
                            coach_safety_guide_get_pack (guide, offer->kind), offer->minutes);
}

static void
new_numbness_cb (CoachPackController *self)
{
  CoachWindow *window = present_window (self);

  if (window != NULL)
    gtk_widget_activate_action (GTK_WIDGET (window), "win.show-screening", "s", "new-numbness");
}

static void
ask (CoachPackController  *self,
     CoachWindow          *parent,
     const CoachPackOffer *offer)
{
  CoachCatalog *catalog = coach_app_context_get_catalog (self->context);

  if (self->window != NULL)
    gtk_window_destroy (GTK_WINDOW (self->window));
  g_set_weak_pointer (&self->window,
                      coach_pack_window_new (GTK_WINDOW (parent),
                                             coach_catalog_get_safety_guide (catalog), offer));
  g_signal_connect_object (self->window, "agreed", G_CALLBACK (agreed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->window, "new-numbness", G_CALLBACK (new_numbness_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (self->window));
}

static void
start_pack_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  CoachPackController *self = COACH_PACK_CONTROLLER (user_data);
  g_autoptr (CoachPackOffer) offer = NULL;
  CoachWindow *window;
  CoachPackKind kind;

  if (!coach_pack_kind_from_id (g_variant_get_string (parameter, NULL), &kind))
    return;
  window = present_window (self);
  if (window == NULL || coach_pack_timer_get_stage (self->timer) != COACH_PACK_OFF)
    return;
  offer = coach_pack_offer_new (self->context, kind);
  if (coach_pack_offer_is_allowed (offer))
    ask (self, window, offer);
  else
    coach_window_tell (window, offer->refusals[0]);
}

/* Where the person is in the window, they stay: a session may be under way. What they clicked on is
 * read, and not every server takes it away by itself. */
static void
show_pack_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  CoachPackController *self = COACH_PACK_CONTROLLER (user_data);

  g_application_withdraw_notification (G_APPLICATION (self->application), NOTIFICATION_ID);
  present_window (self);
}

static void
skin_fine_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  coach_pack_timer_confirm_skin (COACH_PACK_CONTROLLER (user_data)->timer);
}

static void
taken_off_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  coach_pack_timer_take_off (COACH_PACK_CONTROLLER (user_data)->timer);
}

static void
add_actions (CoachPackController *self)
{
  static const GActionEntry entries[] = {
    { .name = ACTION_SHOW, .activate = show_pack_cb },
    { .name = ACTION_START, .activate = start_pack_cb, .parameter_type = "s" },
    { .name = ACTION_SKIN_FINE, .activate = skin_fine_cb },
    { .name = ACTION_TAKEN_OFF, .activate = taken_off_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self->application), entries,
                                   G_N_ELEMENTS (entries), self);
  update_actions (self);
}

static void
coach_pack_controller_dispose (GObject *object)
{
  CoachPackController *self = COACH_PACK_CONTROLLER (object);

  g_clear_weak_pointer (&self->window);
  g_clear_object (&self->bell);
  g_clear_object (&self->timer);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (coach_pack_controller_parent_class)->dispose (object);
}

static void
coach_pack_controller_class_init (CoachPackControllerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = coach_pack_controller_dispose;
}

static void
coach_pack_controller_init (CoachPackController *self)
{
}

static void
prepare_bell (CoachPackController *self)
{
  g_autofree char *path = NULL;

  path = coach_places_find_sound (coach_app_context_get_places (self->context), "bell");
  if (path != NULL)
    self->bell = coach_sound_new (path);
  else
    g_message ("sounds/bell.ogg is missing: packs ring no bell");
}

/**
 * coach_pack_controller_new:
 * @application: the application; it must outlive the controller
 * @context: what pages are given
 *
 * Makes the controller and adds its actions to the application.
 *
 * Returns: (transfer full): the controller
 */
CoachPackController *
coach_pack_controller_new (GtkApplication  *application,
                           CoachAppContext *context)
{
  CoachPackController *self;

  g_return_val_if_fail (GTK_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (COACH_IS_APP_CONTEXT (context), NULL);

  self = g_object_new (COACH_TYPE_PACK_CONTROLLER, NULL);
  self->application = application;
  self->context = g_object_ref (context);
  self->timer = g_object_ref (coach_app_context_get_pack_timer (context));
  prepare_bell (self);
  add_actions (self);
  g_signal_connect_object (self->timer, "changed", G_CALLBACK (timer_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->timer, "ended", G_CALLBACK (pack_ended_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

/**
 * coach_pack_controller_end:
 * @self: the controller
 *
 * The process ends. A pack that is still on is put down in the diary as far as it came, so that the
 * next one is not too soon, and what nobody can confirm any more is not asked for.
 */
void
coach_pack_controller_end (CoachPackController *self)
{
  g_return_if_fail (COACH_IS_PACK_CONTROLLER (self));

  coach_pack_timer_take_off (self->timer);
}
