#include "config.h"

#include "recording-chime.h"

struct _RecordingChime
{
  GObject            parent_instance;

  RecordingChimeFunc func;
  gpointer           user_data;
  gboolean           is_open;
};

static void chime_iface_init (CoachChimeInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (RecordingChime, recording_chime, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (COACH_TYPE_CHIME, chime_iface_init))

static void
open_sounds (CoachChime *chime)
{
  g_assert_false (RECORDING_CHIME (chime)->is_open);
  RECORDING_CHIME (chime)->is_open = TRUE;
}

static void
play (CoachChime     *chime,
      CoachChimeKind  kind)
{
  static const char * const names[] = { "begin", "change", "end" };
  RecordingChime *self = RECORDING_CHIME (chime);

  g_assert_true (self->is_open);
  self->func (names[kind], self->user_data);
}

static void
close_sounds (CoachChime *chime)
{
  g_assert_true (RECORDING_CHIME (chime)->is_open);
  RECORDING_CHIME (chime)->is_open = FALSE;
}

static void
chime_iface_init (CoachChimeInterface *iface)
{
  iface->open = open_sounds;
  iface->play = play;
  iface->close = close_sounds;
}

static void
recording_chime_class_init (RecordingChimeClass *klass)
{
}

static void
recording_chime_init (RecordingChime *self)
{
}

CoachChime *
recording_chime_new (RecordingChimeFunc func,
                     gpointer           user_data)
{
  RecordingChime *self = g_object_new (RECORDING_TYPE_CHIME, NULL);

  self->func = func;
  self->user_data = user_data;
  return COACH_CHIME (self);
}

gboolean
recording_chime_is_open (CoachChime *chime)
{
  return RECORDING_CHIME (chime)->is_open;
}
