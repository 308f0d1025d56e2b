#define G_LOG_DOMAIN "coach-host"

#include "config.h"

#include "coach-presence-private.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  CoachClock         *clock;        /* (owned) (not nullable), given at construction */

  CoachPresenceState  state;
  gint64              since_us;     /* monotonic */
  gboolean            is_inhibited;
  gboolean            is_settled;   /* a first report came, were it that nothing is known */

  guint               idle_after;   /* seconds */
  guint               pause;        /* seconds; 0 when no pause is waited for */
} CoachPresencePrivate;

typedef enum
{
  PROP_CLOCK = 1,
  PROP_SOURCE_ID
} CoachPresenceProperty;

enum
{
  CHANGED,
  PAUSED,
  WOKE,
  N_SIGNALS
};

static GParamSpec *properties[PROP_SOURCE_ID + 1];
static guint signals[N_SIGNALS];

/**
 * CoachPresence:
 *
 * Whether somebody sits at the machine, told by whatever this session has for it.
 *
 * An object of this class itself knows nothing, and is the source `none`. Everything comes by
 * events: between two of them nothing runs.
 */
G_DEFINE_TYPE_WITH_PRIVATE (CoachPresence, coach_presence, G_TYPE_OBJECT)

static CoachPresencePrivate *
get_private (CoachPresence *self)
{
  return coach_presence_get_instance_private (self);
}

static const char *
get_no_source_id (CoachPresence *self)
{
  return "none";
}

static void
coach_presence_set_property (GObject      *object,
                             guint         property_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  CoachPresencePrivate *priv = get_private (COACH_PRESENCE (object));

  switch ((CoachPresenceProperty) property_id)
    {
    case PROP_CLOCK:
      priv->clock = g_value_dup_object (value);
      break;
    case PROP_SOURCE_ID:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
coach_presence_get_property (GObject    *object,
                             guint       property_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  CoachPresence *self = COACH_PRESENCE (object);

  switch ((CoachPresenceProperty) property_id)
    {
    case PROP_CLOCK:
      g_value_set_object (value, coach_presence_get_clock (self));
      break;
    case PROP_SOURCE_ID:
      g_value_set_static_string (value, coach_presence_get_source_id (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
coach_presence_constructed (GObject *object)
{
  CoachPresencePrivate *priv = get_private (COACH_PRESENCE (object));

  G_OBJECT_CLASS (coach_presence_parent_class)->constructed (object);

  priv->since_us = coach_clock_get_monotonic_us (priv->clock);
}

static void
coach_presence_finalize (GObject *object)
{
  CoachPresencePrivate *priv = get_private (COACH_PRESENCE (object));

  g_clear_object (&priv->clock);

  G_OBJECT_CLASS (coach_presence_parent_class)->finalize (object);
}

static void
coach_presence_class_init (CoachPresenceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = coach_presence_set_property;
  object_class->get_property = coach_presence_get_property;
  object_class->constructed = coach_presence_constructed;
  object_class->finalize = coach_presence_finalize;
  klass->get_source_id = get_no_source_id;

  /**
   * CoachPresence:clock:
   *
   * Where the time comes from.
   */
  properties[PROP_CLOCK] =
      g_param_spec_object ("clock", NULL, NULL, COACH_TYPE_CLOCK,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  /**
   * CoachPresence:source-id:
   *
   * What tells: `mutter`, `wayland`, `x11`, `logind`, or `none`. Notified when another takes over.
   */
  properties[PROP_SOURCE_ID] =
      g_param_spec_string ("source-id", NULL, NULL, NULL,
                           G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  /**
   * CoachPresence::changed:
   * @self: a presence
   *
   * The state, its beginning, or whether it is inhibited is another.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  /**
   * CoachPresence::paused:
   * @self: a presence
   *
   * There was no input for as long as [method@Presence.watch_pause] asked for. Comes once.
   */
  signals[PAUSED] = g_signal_new ("paused", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
  /**
   * CoachPresence::woke:
   * @self: a presence
   * @slept_us: for how long the machine slept, in microseconds; 0 when it said so and did not
   *
   * The machine woke up. Monotonic time stood still meanwhile.
   */
  signals[WOKE] = g_signal_new ("woke", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
coach_presence_init (CoachPresence *self)
{
  get_private (self)->idle_after = COACH_PRESENCE_IDLE_AFTER_S;
}

/**
 * coach_presence_state_is_away:
 * @state: a state
 *
 * Tells whether nobody sits here. States of absence that follow each other are one absence: a
 * screen that locks itself after ten idle minutes does not begin a new one.
 *
 * Returns: whether it is idle, locked or asleep
 */
gboolean
coach_presence_state_is_away (CoachPresenceState state)
{
  switch (state)
    {
    case COACH_PRESENCE_IDLE:
    case COACH_PRESENCE_LOCKED:
    case COACH_PRESENCE_ASLEEP:
      return TRUE;
    case COACH_PRESENCE_UNKNOWN:
    case COACH_PRESENCE_ACTIVE:
      return FALSE;
    default:
      g_return_val_if_reached (FALSE);
    }
}

/**
 * coach_presence_state_get_id:
 * @state: a state
 *
 * Gets a word for a state, for logs and the bus.
 *
 * Returns: `unknown`, `active`, `idle`, `locked` or `asleep`
 */
const char *
coach_presence_state_get_id (CoachPresenceState state)
{
  static const char * const ids[] = { "unknown", "active", "idle", "locked", "asleep" };

  g_return_val_if_fail ((guint) state < G_N_ELEMENTS (ids), ids[0]);

  return ids[state];
}

/**
 * coach_presence_describe_source:
 * @source_id: an id of [method@Presence.get_source_id]
 *
 * Names a source for Preferences.
 *
 * Returns: a translated text; that of `none` for an id that is not known
 */
const char *
coach_presence_describe_source (const char *source_id)
{
  static const struct
  {
    const char *id;
    const char *name;
  } names[] = {
    { "mutter", N_("Keyboard and mouse, told by GNOME") },
    { "wayland", N_("Keyboard and mouse, told by the Wayland desktop") },
    { "x11", N_("Keyboard and mouse, told by the X server") },
    { "screensaver", N_("The screen lock") },
    { "logind", N_("The login service, told by the desktop") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_strcmp0 (source_id, names[i].id) == 0)
      return _(names[i].name);
  return _("Nothing: breaks cannot be noticed here, so time alone counts");
}

/**
 * coach_presence_get_state:
 * @self: a presence
 *
 * Gets the state. It is %COACH_PRESENCE_UNKNOWN until a source has told.
 *
 * Returns: a state
 */
CoachPresenceState
coach_presence_get_state (CoachPresence *self)
{
  g_return_val_if_fail (COACH_IS_PRESENCE (self), COACH_PRESENCE_UNKNOWN);

  return get_private (self)->state;
}

/**
 * coach_presence_get_since_us:
 * @self: a presence
 *
 * Gets since when the state holds. An idle state began with the last input, long before it was
 * noticed.
 *
 * Returns: monotonic time, in microseconds, never in the future
 */
gint64
coach_presence_get_since_us (CoachPresence *self)
{
  g_return_val_if_fail (COACH_IS_PRESENCE (self), 0);

  return get_private (self)->since_us;
}

/**
 * coach_presence_get_is_inhibited:
 * @self: a presence
 *
 * Tells whether it is idle by input while a program asked that it should not count as such: a film
 * or a call, watched sitting. Only some Wayland desktops tell; elsewhere it is %FALSE. When the
 * film ends it stays %TRUE for the time of [method@Presence.set_idle_after].
 *
 * Returns: whether somebody may well sit here without any input
 */
gboolean
coach_presence_get_is_inhibited (CoachPresence *self)
{
  g_return_val_if_fail (COACH_IS_PRESENCE (self), FALSE);

  return get_private (self)->is_inhibited;
}

/**
 * coach_presence_get_source_id:
 * @self: a presence
 *
 * Gets what tells about input at the moment.
 *
 * Returns: `mutter`, `wayland`, `x11`, `logind`, `screensaver` or `none`
 */
const char *
coach_presence_get_source_id (CoachPresence *self)
{
  g_return_val_if_fail (COACH_IS_PRESENCE (self), NULL);

  return COACH_PRESENCE_GET_CLASS (self)->get_source_id (self);
}

/**
 * coach_presence_get_source_name:
 * @self: a presence
 *
 * Names what tells about input, for Preferences.
 *
 * Returns: a translated text
 */
const char *
coach_presence_get_source_name (CoachPresence *self)
{
  return coach_presence_describe_source (coach_presence_get_source_id (self));
}

/**
 * coach_presence_get_idle_after:
 * @self: a presence
 *
 * Gets after which time without input absence is noticed.
 *
 * Returns: seconds
 */
guint
coach_presence_get_idle_after (CoachPresence *self)
{
  g_return_val_if_fail (COACH_IS_PRESENCE (self), 0);

  return get_private (self)->idle_after;
}

/**
 * coach_presence_set_idle_after:
 * @self: a presence
 * @seconds: at least 1
 *
 * Sets after which time without input absence is to be noticed; %COACH_PRESENCE_IDLE_AFTER_S if
 * never set. An absence that was noticed before is not taken back.
 */
void
coach_presence_set_idle_after (CoachPresence *self,
                               guint          seconds)
{
  g_return_if_fail (COACH_IS_PRESENCE (self));
  g_return_if_fail (seconds > 0 && seconds <= G_MAXINT / 1000);

  if (get_private (self)->idle_after == seconds)
    return;
  get_private (self)->idle_after = seconds;
  if (COACH_PRESENCE_GET_CLASS (self)->apply_idle_after != NULL)
    COACH_PRESENCE_GET_CLASS (self)->apply_idle_after (self);
}

/**
 * coach_presence_watch_pause:
 * @self: a presence
 * @seconds: for how long nothing must be typed or moved; 0 to wait no longer
 *
 * Waits for a pause in typing: [signal@Presence::paused] is emitted once, later than this call. A
 * second call replaces the first. Nothing comes where nothing is known about input, or while a film
 * hides the lack of it, so give up after a while.
 */
void
coach_presence_watch_pause (CoachPresence *self,
                            guint          seconds)
{
  g_return_if_fail (COACH_IS_PRESENCE (self));
  g_return_if_fail (seconds <= G_MAXINT / 1000);

  if (get_private (self)->pause == 0 && seconds == 0)
    return;
  get_private (self)->pause = seconds;
  if (COACH_PRESENCE_GET_CLASS (self)->apply_pause != NULL)
    COACH_PRESENCE_GET_CLASS (self)->apply_pause (self);
}

/**
 * coach_presence_get_clock:
 * @self: a presence
 *
 * Returns: (transfer none): where its time comes from
 */
CoachClock *
coach_presence_get_clock (CoachPresence *self)
{
  g_return_val_if_fail (COACH_IS_PRESENCE (self), NULL);

  return get_private (self)->clock;
}

/**
 * coach_presence_get_pause:
 * @self: a presence
 *
 * Returns: for how many seconds there must be no input, or 0 when no pause is waited for
 */
guint
coach_presence_get_pause (CoachPresence *self)
{
  g_return_val_if_fail (COACH_IS_PRESENCE (self), 0);

  return get_private (self)->pause;
}

/**
 * coach_presence_is_settled:
 * @self: a presence
 *
 * Tells whether an unknown state means that nothing is known, not that it is still being found out.
 *
 * Returns: whether anything was reported
 */
gboolean
coach_presence_is_settled (CoachPresence *self)
{
  g_return_val_if_fail (COACH_IS_PRESENCE (self), FALSE);

  return get_private (self)->is_settled;
}

/**
 * coach_presence_report:
 * @self: a presence
 * @state: what is the case now
 * @since_us: since when, monotonic; the future counts as now
 * @is_inhibited: whether a program keeps an idle state from counting as such
 *
 * Reports a state. The signal is emitted if that is news, and for the first report. While a state
 * goes on its beginning stays.
 */
void
coach_presence_report (CoachPresence      *self,
                       CoachPresenceState  state,
                       gint64              since_us,
                       gboolean            is_inhibited)
{
  CoachPresencePrivate *priv = get_private (self);
  gboolean is_news;

  g_return_if_fail (COACH_IS_PRESENCE (self));

  is_news = !priv->is_settled || priv->state != state || priv->is_inhibited != is_inhibited;
  if (priv->state != state)
    priv->since_us = MIN (since_us, coach_clock_get_monotonic_us (priv->clock));
  priv->state = state;
  priv->is_inhibited = is_inhibited;
  priv->is_settled = TRUE;
  if (is_news)
    g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * coach_presence_report_paused:
 * @self: a presence that a pause is waited for from
 *
 * Reports the pause, which is then no longer waited for. Does nothing if it is not.
 */
void
coach_presence_report_paused (CoachPresence *self)
{
  g_return_if_fail (COACH_IS_PRESENCE (self));

  if (get_private (self)->pause == 0)
    return;
  get_private (self)->pause = 0;
  g_signal_emit (self, signals[PAUSED], 0);
}

/**
 * coach_presence_report_woke:
 * @self: a presence
 * @slept_us: microseconds
 *
 * Reports that the machine woke up.
 */
void
coach_presence_report_woke (CoachPresence *self,
                            gint64         slept_us)
{
  g_return_if_fail (COACH_IS_PRESENCE (self));

  g_signal_emit (self, signals[WOKE], 0, slept_us);
}

/**
 * coach_presence_source_changed:
 * @self: a presence
 *
 * Reports that [property@Presence:source-id] is another.
 */
void
coach_presence_source_changed (CoachPresence *self)
{
  g_return_if_fail (COACH_IS_PRESENCE (self));

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SOURCE_ID]);
}
