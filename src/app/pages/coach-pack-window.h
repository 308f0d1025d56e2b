#pragma once

#include <adwaita.h>

#include "coach-pack-offer.h"

G_BEGIN_DECLS

#define COACH_TYPE_PACK_WINDOW (coach_pack_window_get_type ())
G_DECLARE_FINAL_TYPE (CoachPackWindow, coach_pack_window, COACH, PACK_WINDOW, AdwWindow)

GtkWidget *coach_pack_window_new (GtkWindow            *parent,
                                  CoachSafetyGuide     *guide,
                                  const CoachPackOffer *offer);

G_END_DECLS
