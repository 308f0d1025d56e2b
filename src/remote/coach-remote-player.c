#define G_LOG_DOMAIN "coach-remote"

#include "config.h"

#include "coach-remote-player-private.h"

#include "coach-remote-state.h"

struct _CoachRemotePlayer
{
  CoachMprisMediaPlayer2PlayerSkeleton  parent_instance;

  CoachSession                         *session;    /* (owned) (not nullable) */
  CoachRemoteState                     *told;       /* (owned) (nullable): what was told last */
  gboolean                              is_seeking; /* whether the position is told afterwards */
};

static void player_iface_init (CoachMprisMediaPlayer2PlayerIface *iface);

/*
 * CoachRemotePlayer:
 *
 * The session as an object on the bus, which does what is asked of it as far as its own properties
 * say that it can. All of it is told when it changes, but for the position: that is worked out when
 * somebody asks.
 */
G_DEFINE_FINAL_TYPE_WITH_CODE (CoachRemotePlayer, coach_remote_player,
                               COACH_MPRIS_TYPE_MEDIA_PLAYER2_PLAYER_SKELETON,
                               G_IMPLEMENT_INTERFACE (COACH_MPRIS_TYPE_MEDIA_PLAYER2_PLAYER,
                                                      player_iface_init))

typedef enum
{
  PROP_POSITION = 1,
} CoachRemotePlayerProperty;

static void
play (CoachRemotePlayer *self)
{
  if (!coach_mpris_media_player2_player_get_can_play (COACH_MPRIS_MEDIA_PLAYER2_PLAYER (self)))
    return;
  if (coach_session_get_status (self->session) == COACH_SESSION_READY)
    coach_session_start (self->session);
  else
    coach_session_resume (self->session);
}

/* Never beyond the last movement: that would end the session. */
static void
go_to_next (CoachRemotePlayer *self)
{
  if (coach_mpris_media_player2_player_get_can_go_next (COACH_MPRIS_MEDIA_PLAYER2_PLAYER (self)))
    coach_session_skip_step (self->session);
}

static void
tell_position (CoachRemotePlayer *self)
{
  coach_mpris_media_player2_player_emit_seeked (COACH_MPRIS_MEDIA_PLAYER2_PLAYER (self),
                                                coach_remote_state_get_position_us (self->session));
}

/* Whoever asked takes it that the session is where they wanted it: they are told where it is, once. */
static void
seek (CoachRemotePlayer *self,
      gint64             position_us)
{
  guint phase;

  self->is_seeking = TRUE;
  switch (coach_remote_state_find_target (self->session, position_us, &phase))
    {
    case COACH_REMOTE_TARGET_NOWHERE:
      break;
    case COACH_REMOTE_TARGET_PHASE:
      coach_session_seek (self->session, phase);
      break;
    case COACH_REMOTE_TARGET_NEXT:
      go_to_next (self);
      break;
    default:
      g_assert_not_reached ();
    }
  self->is_seeking = FALSE;
  tell_position (self);
}

static gint64
add_up (gint64 a,
        gint64 b)
{
  if (b > 0 && a > G_MAXINT64 - b)
    return G_MAXINT64;
  return MAX (0, a + b);
}

static gboolean
handle_play (CoachMprisMediaPlayer2Player *player,
             GDBusMethodInvocation        *call)
{
  play (COACH_REMOTE_PLAYER (player));
  coach_mpris_media_player2_player_complete_play (player, call);
  return TRUE;
}

static gboolean
handle_pause (CoachMprisMediaPlayer2Player *player,
              GDBusMethodInvocation        *call)
{
  coach_session_pause (COACH_REMOTE_PLAYER (player)->session);
  coach_mpris_media_player2_player_complete_pause (player, call);
  return TRUE;
}

static gboolean
handle_play_pause (CoachMprisMediaPlayer2Player *player,
                   GDBusMethodInvocation        *call)
{
  CoachRemotePlayer *self = COACH_REMOTE_PLAYER (player);

  if (coach_session_get_status (self->session) == COACH_SESSION_RUNNING)
    coach_session_pause (self->session);
  else
    play (self);
  coach_mpris_media_player2_player_complete_play_pause (player, call);
  return TRUE;
}

static gboolean
handle_stop (CoachMprisMediaPlayer2Player *player,
             GDBusMethodInvocation        *call)
{
  coach_session_pause (COACH_REMOTE_PLAYER (player)->session);
  coach_mpris_media_player2_player_complete_stop (player, call);
  return TRUE;
}

static gboolean
handle_next (CoachMprisMediaPlayer2Player *player,
             GDBusMethodInvocation        *call)
{
  go_to_next (COACH_REMOTE_PLAYER (player));
  coach_mpris_media_player2_player_complete_next (player, call);
  return TRUE;
}

static gboolean
handle_previous (CoachMprisMediaPlayer2Player *player,
                 GDBusMethodInvocation        *call)
{
  if (coach_mpris_media_player2_player_get_can_go_previous (player))
    coach_session_go_back (COACH_REMOTE_PLAYER (player)->session);
  coach_mpris_media_player2_player_complete_previous (player, call);
  return TRUE;
}

static gboolean
handle_seek (CoachMprisMediaPlayer2Player *player,
             GDBusMethodInvocation        *call,
             gint64                        offset_us)
{
  CoachRemotePlayer *self = COACH_REMOTE_PLAYER (player);

  if (coach_mpris_media_player2_player_get_can_seek (player))
    seek (self, add_up (coach_remote_state_get_position_us (self->session), offset_us));
  coach_mpris_media_player2_player_complete_seek (player, call);
  return TRUE;
}

static gboolean
is_under_way (CoachMprisMediaPlayer2Player *player,
              const char                   *track)
{
  GVariant *metadata = coach_mpris_media_player2_player_get_metadata (player);
  const char *current = NULL;

  return metadata != NULL && g_variant_lookup (metadata, "mpris:trackid", "&o", &current)
         && g_str_equal (current, track);
}

static gboolean
is_within (CoachMprisMediaPlayer2Player *player,
           gint64                        position_us)
{
  GVariant *metadata = coach_mpris_media_player2_player_get_metadata (player);
  gint64 length_us = 0;

  g_variant_lookup (metadata, "mpris:length", "x", &length_us);
  return position_us >= 0 && position_us <= length_us;
}

static gboolean
handle_set_position (CoachMprisMediaPlayer2Player *player,
                     GDBusMethodInvocation        *call,
                     const char                   *track,
                     gint64                        position_us)
{
  if (coach_mpris_media_player2_player_get_can_seek (player) && is_under_way (player, track)
      && is_within (player, position_us))
    seek (COACH_REMOTE_PLAYER (player), position_us);
  coach_mpris_media_player2_player_complete_set_position (player, call);
  return TRUE;
}

static gboolean
handle_open_uri (CoachMprisMediaPlayer2Player *player,
                 GDBusMethodInvocation        *call,
                 const char                   *uri)
{
  g_dbus_method_invocation_return_error_literal (call, G_DBUS_ERROR, G_DBUS_ERROR_NOT_SUPPORTED,
                                                 "Lowtide opens nothing from outside");
  return TRUE;
}

static void
player_iface_init (CoachMprisMediaPlayer2PlayerIface *iface)
{
  iface->handle_next = handle_next;
  iface->handle_open_uri = handle_open_uri;
  iface->handle_pause = handle_pause;
  iface->handle_play = handle_play;
  iface->handle_play_pause = handle_play_pause;
  iface->handle_previous = handle_previous;
  iface->handle_seek = handle_seek;
  iface->handle_set_position = handle_set_position;
  iface->handle_stop = handle_stop;
}

/* There is one speed. Back at it, nobody is told of a change. */
static void
rate_set_cb (CoachMprisMediaPlayer2Player *player)
{
  double rate = coach_mpris_media_player2_player_get_rate (player);

  if (rate == 1)
    return;
  coach_mpris_media_player2_player_set_rate (player, 1);
  if (rate == 0)
    coach_session_pause (COACH_REMOTE_PLAYER (player)->session);
}

static void
volume_set_cb (CoachMprisMediaPlayer2Player *player)
{
  double volume = coach_mpris_media_player2_player_get_volume (player);
  /* Written so that what is no number is silence, too. */
  double nearest = volume >= 0 ? MIN (volume, 1) : 0;

  if (volume != nearest)
    coach_mpris_media_player2_player_set_volume (player, nearest);
}

static void
coach_remote_player_get_property (GObject    *object,
                                  guint       id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  CoachRemotePlayer *self = COACH_REMOTE_PLAYER (object);

  switch ((CoachRemotePlayerProperty) id)
    {
    case PROP_POSITION:
      g_value_set_int64 (value, coach_remote_state_get_position_us (self->session));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
coach_remote_player_set_property (GObject      *object,
                                  guint         id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
coach_remote_player_finalize (GObject *object)
{
  CoachRemotePlayer *self = COACH_REMOTE_PLAYER (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->told, coach_remote_state_free);

  G_OBJECT_CLASS (coach_remote_player_parent_class)->finalize (object);
}

static void
coach_remote_player_class_init (CoachRemotePlayerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = coach_remote_player_finalize;
  object_class->get_property = coach_remote_player_get_property;
  object_class->set_property = coach_remote_player_set_property;

  g_object_class_override_property (object_class, PROP_POSITION, "position");
}

static void
coach_remote_player_init (CoachRemotePlayer *self)
{
  g_object_set (self, "rate", 1.0, "minimum-rate", 1.0, "maximum-rate", 1.0, "volume", 1.0,
                "can-pause", TRUE, "can-control", TRUE, NULL);
  g_signal_connect (self, "notify::rate", G_CALLBACK (rate_set_cb), NULL);
  g_signal_connect (self, "notify::volume", G_CALLBACK (volume_set_cb), NULL);
}

/*< private >
 * coach_remote_player_tell:
 * @self: the object
 * @state: (transfer full): what is to be shown
 *
 * Tells those who listen of what is another than it was, and of the position if it is not where they
 * take it to be.
 */
void
coach_remote_player_tell (CoachRemotePlayer *self,
                          CoachRemoteState  *state)
{
  g_autoptr (CoachRemoteState) before = g_steal_pointer (&self->told);

  self->told = state;
  g_object_set (self, "playback-status", state->status, "metadata",
                coach_remote_state_get_metadata (state), "can-play", state->can_play,
                "can-go-next", state->can_go_next, "can-go-previous", state->can_move,
                "can-seek", state->can_move, NULL);
  if (before != NULL && !self->is_seeking && coach_remote_state_has_jumped (before, state))
    tell_position (self);
}

/*< private >
 * coach_remote_player_new:
 * @session: what is played
 *
 * Makes an object that is not on the bus yet.
 *
 * Returns: (transfer full): the object
 */
CoachRemotePlayer *
coach_remote_player_new (CoachSession *session)
{
  CoachRemotePlayer *self = g_object_new (COACH_TYPE_REMOTE_PLAYER, NULL);

  self->session = g_object_ref (session);
  return self;
}
