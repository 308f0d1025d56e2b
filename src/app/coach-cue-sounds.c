#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-cue-sounds.h"

#define N_SOUNDS (COACH_CUE_SOUND_CLOSE + 1)

struct _CoachCueSounds
{
  GObject      parent_instance;

  CoachPlaces *places;           /* (owned) (not nullable), given at construction */
  CoachSound  *sounds[N_SOUNDS]; /* (owned) (nullable): %NULL for none, and for a missing file */
};

typedef enum
{
  PROP_PLACES = 1,
} CoachCueSoundsProperty;

static GParamSpec *properties[PROP_PLACES + 1];

/**
 * CoachCueSounds:
 *
 * The sounds of a session, kept ready as long as it lives, so that none comes late.
 */
G_DEFINE_FINAL_TYPE (CoachCueSounds, coach_cue_sounds, G_TYPE_OBJECT)

static void
coach_cue_sounds_constructed (GObject *object)
{
  CoachCueSounds *self = COACH_CUE_SOUNDS (object);

  G_OBJECT_CLASS (coach_cue_sounds_parent_class)->constructed (object);

  for (CoachCueSound i = COACH_CUE_SOUND_BEGIN; i < N_SOUNDS; i++)
    {
      g_autofree char *path = coach_places_find_sound (self->places, coach_cue_sound_get_id (i));

      if (path == NULL)
        continue;
      self->sounds[i] = coach_sound_new (path);
      coach_sound_prepare (self->sounds[i]);
    }
}

static void
coach_cue_sounds_set_property (GObject      *object,
                               guint         id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  CoachCueSounds *self = COACH_CUE_SOUNDS (object);

  switch ((CoachCueSoundsProperty) id)
    {
    case PROP_PLACES:
      self->places = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
coach_cue_sounds_dispose (GObject *object)
{
  CoachCueSounds *self = COACH_CUE_SOUNDS (object);

  for (guint i = 0; i < N_SOUNDS; i++)
    g_clear_object (&self->sounds[i]);
  g_clear_object (&self->places);

  G_OBJECT_CLASS (coach_cue_sounds_parent_class)->dispose (object);
}

static void
coach_cue_sounds_class_init (CoachCueSoundsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags given = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = coach_cue_sounds_constructed;
  object_class->set_property = coach_cue_sounds_set_property;
  object_class->dispose = coach_cue_sounds_dispose;
  properties[PROP_PLACES] = g_param_spec_object ("places", NULL, NULL, COACH_TYPE_PLACES, given);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
coach_cue_sounds_init (CoachCueSounds *self)
{
}

/**
 * coach_cue_sounds_new:
 * @places: knows where the sounds are
 *
 * Makes the sounds ready.
 *
 * Returns: (transfer full): the sounds
 */
CoachCueSounds *
coach_cue_sounds_new (CoachPlaces *places)
{
  g_return_val_if_fail (COACH_IS_PLACES (places), NULL);

  return g_object_new (COACH_TYPE_CUE_SOUNDS, "places", places, NULL);
}

/**
 * coach_cue_sounds_play:
 * @self: the sounds
 * @sound: which of them
 *
 * Plays a sound, or nothing where its file is missing.
 */
void
coach_cue_sounds_play (CoachCueSounds *self,
                       CoachCueSound   sound)
{
  g_return_if_fail (COACH_IS_CUE_SOUNDS (self));
  g_return_if_fail (sound < N_SOUNDS);

  if (self->sounds[sound] != NULL)
    coach_sound_play (self->sounds[sound]);
}

/**
 * coach_cue_sounds_set_volume:
 * @self: the sounds
 * @volume: from 0, silence, to 1
 *
 * Sets how loud they are.
 */
void
coach_cue_sounds_set_volume (CoachCueSounds *self,
                             double          volume)
{
  g_return_if_fail (COACH_IS_CUE_SOUNDS (self));

  for (guint i = 0; i < N_SOUNDS; i++)
    if (self->sounds[i] != NULL)
      coach_sound_set_volume (self->sounds[i], volume);
}
